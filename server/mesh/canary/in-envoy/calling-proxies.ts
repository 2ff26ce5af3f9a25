import { waypointUseOf } from '#server/mesh/ambient/waypoint-use.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { type SourceName, type SourceProxy, sourceProxiesOf } from '../source-proxies.ts';
import type { Split } from '../split.ts';

/** A workload that calls, and who reports its calls where that is known. */
export type CallingSource = SourceName & { reporter?: 'source' | 'waypoint' };

type Mesh = { objects: MeshObjects; rootNamespace: string };

const mostProxies = 24;

/**
 * The proxies that choose the version for these sources: their own, those of the gateways that serve the split, and the
 * waypoint of its Services where sources have no proxy or a waypoint reports them.
 */
export function callingProxies(
  split: Split,
  sources: readonly CallingSource[],
  mesh: Mesh,
): { chosen: SourceProxy[]; leftOut: SourceProxy[] } {
  const own = sources.filter(({ reporter }) => reporter !== 'waypoint');
  const hasOwn = (source: CallingSource) => sourceProxiesOf([source], mesh, { inAll: 1 }).chosen.length > 0;
  const needsWaypoint = own.length < sources.length || own.some((source) => !hasOwn(source));
  const callers = [
    ...own.map(({ namespace, workload }) => ({ namespace, workload })),
    ...split.gatewayWorkloads.map(readName),
    ...(needsWaypoint ? waypointsOfSplit(split, mesh.objects) : []),
  ];
  return sourceProxiesOf(callers, mesh, { inAll: mostProxies });
}

/** `<namespace>/<workload>` in its two parts. */
export function readName(key: string): SourceName {
  const [namespace = '', workload = ''] = key.split('/');
  return { namespace, workload };
}

/** The waypoints of its Services; Istio calls a waypoint's Deployment after its Gateway. */
export function waypointsOfSplit({ services }: Split, objects: MeshObjects): SourceName[] {
  return services.map(readName).flatMap(({ namespace, workload: name }) => {
    const service = objects.Service.find(
      ({ metadata }) => metadata.namespace === namespace && metadata.name === name,
    );
    const use = service && waypointUseOf({ ...service, kind: 'Service' }, objects, 'service');
    return use === undefined ? [] : [{ namespace: use.namespace, workload: use.name }];
  });
}
