import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { endpointAddress } from '#server/mesh/proxies/endpoint-addresses.ts';
import { thresholds } from './thresholds.ts';

type Service = ObjectOf<'Service'>;
type Slice = ObjectOf<'EndpointSlice'>;

/** Which addresses a proxy must have for the port of a Service; undefined where that cannot be said. */
export type ExpectedEndpoints = (service: {
  host: string;
  port: number;
}) => { addresses: readonly { address: string; pod: string | undefined }[]; service: Service } | undefined;

type Facts = { objects: MeshObjects; nowMs: number; domain?: string };

/**
 * The ready endpoints of Services by EndpointSlices, ports matched by name. Not for Services whose proxies rightly see
 * less or something else: headless ones (Envoy goes to the original destination), those of their own node only, those
 * behind a waypoint, and hosts that a ServiceEntry has as well. A pod that became ready a moment ago does not count yet,
 * nor one of another network (it is reached through that network's gateway).
 */
export function expectedEndpointsOf({ objects, nowMs, domain = 'cluster.local' }: Facts): ExpectedEndpoints {
  const services = new Map(
    objects.Service.map((service) => [
      `${service.metadata.name}.${service.metadata.namespace}.svc.${domain}`,
      service,
    ]),
  );
  const slices = Map.groupBy(
    objects.EndpointSlice,
    ({ metadata }) => `${metadata.namespace}/${metadata.labels['kubernetes.io/service-name']}`,
  );
  const entryHosts = new Set(objects.ServiceEntry.flatMap(({ spec }) => spec.hosts));
  const waypointNamespaces = new Set(
    objects.Namespace.filter(({ metadata }) => hasWaypoint(metadata.labels)).map(
      ({ metadata }) => metadata.name,
    ),
  );
  const pods = new Map(objects.Pod.map((pod) => [`${pod.metadata.namespace}/${pod.metadata.name}`, pod]));
  const isSettled = (pod: ObjectOf<'Pod'> | undefined) =>
    pod !== undefined && nowMs - readyMs(pod) > thresholds.endpointMs && networkOf(pod) === undefined;

  return ({ host, port }) => {
    const service = services.get(host);
    if (service === undefined || entryHosts.has(host)) return undefined;
    const { metadata, spec } = service;
    const namespace = metadata.namespace ?? '';
    if (spec.clusterIP === 'None' || spec.internalTrafficPolicy === 'Local') return undefined;
    if (hasWaypoint(metadata.labels) || waypointNamespaces.has(namespace)) return undefined;
    const named = spec.ports.find((one) => one.port === port);
    if (named === undefined) return undefined;
    const addresses = (slices.get(`${namespace}/${metadata.name}`) ?? []).flatMap((slice) =>
      addressesOf(slice, named.name ?? '').filter(
        ({ pod }) => pod === undefined || isSettled(pods.get(`${namespace}/${pod}`)),
      ),
    );
    return { addresses, service };
  };
}

function addressesOf({ addressType, endpoints, ports }: Slice, portName: string) {
  // A proxy of one address family is not given the other.
  if (addressType !== undefined && addressType !== 'IPv4') return [];
  const port = (ports ?? []).find((one) => (one.name ?? '') === portName)?.port ?? undefined;
  if (port === undefined) return [];
  return (endpoints ?? [])
    .filter(({ conditions }) => conditions?.ready !== false)
    .flatMap(({ addresses, targetRef }) =>
      addresses.map((ip) => ({
        address: endpointAddress(ip, port),
        pod: targetRef?.kind === 'Pod' ? targetRef.name : undefined,
      })),
    );
}

function hasWaypoint(labels: Readonly<Record<string, string>>): boolean {
  const waypoint = labels['istio.io/use-waypoint'];
  return waypoint !== undefined && waypoint !== 'none';
}

function networkOf({ metadata }: ObjectOf<'Pod'>): string | undefined {
  return metadata.labels['topology.istio.io/network'];
}

/** When it became ready, epoch milliseconds; long ago where that is not said. */
function readyMs({ status }: ObjectOf<'Pod'>): number {
  const ready = status.conditions.find(({ type }) => type === 'Ready');
  const changed = ready?.lastTransitionTime;
  const atMs = typeof changed === 'string' ? Date.parse(changed) : Number.NaN;
  return Number.isNaN(atMs) ? 0 : atMs;
}
