import type { Callers } from '#lib/contract/callers.ts';
import { routeFactsOf } from '#server/mesh/graph/route-facts.ts';
import { topOwnerFinder } from '#server/mesh/inventory/top-owner.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { MeshProxy } from '#server/mesh/proxy/find-proxy.ts';
import { type Candidate, candidatesFor } from './candidates.ts';
import { hostsOfNode } from './hosts-of-node.ts';

/** So many proxies are named; more of the same workload have the same routes. */
export const proxiesNamed = 3;

type Asked = {
  objects: MeshObjects;
  rootNamespace: string;
  /** Calls of late, by `<namespace>/<workload>`. */
  calling: ReadonlyMap<string, number>;
};
type Named = { namespace: string; name: string };

/**
 * Those that call a Service or ServiceEntry, the busiest first, then those that may: gateways with a route that leads
 * there and clients, those of its own namespace first. Pods behind a Service have its routes as well, but are rarely its
 * callers.
 */
export function callersOfService(service: Named, { calling, ...mesh }: Asked): Callers {
  const { objects } = mesh;
  const kind = kindOf(service, objects);
  const leading = new Set(
    routeFactsOf(objects)
      .filter(({ backends }) =>
        backends.some((one) => one.service === `${service.namespace}/${service.name}`),
      )
      .flatMap(({ gateways }) => gateways),
  );
  const ownerOf = topOwnerFinder(objects);
  const workloadOf = ({ pod, namespace, name }: MeshProxy) =>
    `${namespace}/${ownerOf(pod.metadata)?.name ?? name}`;
  const callers = candidatesFor({ kind, ...service }, mesh)
    .map((candidate) => ({ ...candidate, workload: workloadOf(candidate.proxy) }))
    .map((candidate) => ({ ...candidate, calls: calling.get(candidate.workload) ?? 0 }))
    .filter(({ isOwn, calls }) => !isOwn || calls > 0)
    .filter(({ proxy, workload, calls }) => proxy.type !== 'gateway' || calls > 0 || leading.has(workload))
    .sort((one, other) => other.calls - one.calls);
  return {
    proxies: callers.slice(0, proxiesNamed).map(callerOf),
    moreCount: Math.max(0, callers.length - proxiesNamed),
    section: 'routes',
    filter: hostOfService(service, objects),
    ...(callers.length === 0 ? { because: 'No proxy of the mesh may call it.' } : {}),
  };
}

/** The host by which callers know a Service, or the first of a ServiceEntry. */
export function hostOfService(service: Named, objects: MeshObjects): string {
  const kind = kindOf(service, objects) === 'Service' ? 'service' : 'serviceEntry';
  return hostsOfNode({ kind, ...service }, objects)[0] ?? '';
}

function kindOf({ namespace, name }: Named, { Service: services }: MeshObjects): 'Service' | 'ServiceEntry' {
  const isThere = services.some(({ metadata }) => metadata.namespace === namespace && metadata.name === name);
  return isThere ? 'Service' : 'ServiceEntry';
}

function callerOf({ proxy, why, calls }: Candidate & { calls: number }): Callers['proxies'][number] {
  const { namespace, name: pod, type } = proxy;
  return {
    namespace,
    pod,
    type,
    why: calls > 0 ? 'Its workload called it within the last 10 minutes.' : why,
  };
}
