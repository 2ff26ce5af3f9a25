import type { WaypointUse } from '#lib/contract/ambient.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';

type Named = {
  metadata: { namespace?: string | undefined; name: string; labels: Readonly<Record<string, string>> };
};
type Objects = Pick<MeshObjects, 'Gateway' | 'Namespace'>;
/** `service` traffic is addressed to a Service, `workload` traffic to a pod. */
export type TrafficType = 'service' | 'workload';

const use = 'istio.io/use-waypoint';
const useNamespace = 'istio.io/use-waypoint-namespace';

/** What of a Gateway makes it a waypoint. */
export function isWaypoint({ spec }: MeshObjects['Gateway'][number]): boolean {
  return /waypoint$/.test(spec.gatewayClassName);
}

/** `service` where the label says nothing, as Istio has it. */
export function waypointTraffic({ metadata }: Named): { type: string; from: 'label' | 'default' } {
  const label = metadata.labels['istio.io/waypoint-for'];
  return label === undefined ? { type: 'service', from: 'default' } : { type: label, from: 'label' };
}

/**
 * The waypoint that a Service, ServiceEntry or pod is to use: its own label, else its namespace's; `none` switches it
 * off. Says where it has no effect: no such Gateway, or one for the other sort of traffic.
 */
export function waypointUseOf(
  subject: Named & { kind: string },
  objects: Objects,
  traffic: TrafficType,
): WaypointUse | undefined {
  const { namespace = '' } = subject.metadata;
  const own = namedWaypoint(subject, namespace);
  const home = objects.Namespace.find(({ metadata }) => metadata.name === namespace);
  const named = own ?? (home && namedWaypoint({ ...home, kind: 'Namespace' }, namespace));
  if (named === undefined || named.name === 'none') return undefined;
  const problem = waypointProblem(named, objects, traffic);
  return { ...named, ...(problem === undefined ? {} : { problem }) };
}

/** The waypoint that an object's own labels name. */
export function namedWaypoint(
  object: Named & { kind: string },
  ownNamespace: string,
): WaypointUse | undefined {
  const { labels, name, namespace } = object.metadata;
  const waypoint = labels[use];
  if (waypoint === undefined) return undefined;
  const place = namespace === undefined ? name : `${namespace}/${name}`;
  return {
    namespace: labels[useNamespace] ?? ownNamespace,
    name: waypoint,
    from: `${object.kind} ${place}: label ${use}=${waypoint}`,
  };
}

export function waypointProblem(
  { namespace, name }: Pick<WaypointUse, 'namespace' | 'name'>,
  { Gateway: gateways }: Pick<Objects, 'Gateway'>,
  traffic: TrafficType,
): string | undefined {
  const gateway = gateways.find(({ metadata }) => metadata.namespace === namespace && metadata.name === name);
  if (gateway === undefined) return `There is no Gateway ${namespace}/${name}.`;
  if (!isWaypoint(gateway))
    return `Gateway ${namespace}/${name} is of class ${gateway.spec.gatewayClassName}, which is no waypoint.`;
  const { type } = waypointTraffic(gateway);
  return type === 'all' || type === traffic
    ? undefined
    : `Waypoint ${namespace}/${name} serves traffic for ${type}, not for ${traffic}.`;
}
