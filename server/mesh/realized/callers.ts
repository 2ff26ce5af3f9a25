import type { Callers } from '#lib/contract/callers.ts';
import type { NodeId } from '#server/mesh/graph/series/node-id.ts';
import { groupWorkloads } from '#server/mesh/inventory/group-workloads.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { type MeshProxy, proxiesOf } from '#server/mesh/proxy/find-proxy.ts';
import { candidatesFor } from './candidates.ts';
import { hostsOfNode } from './hosts-of-node.ts';

/** So many proxies are named; more of the same workload have the same routes. */
const proxiesNamed = 3;

type Mesh = { objects: MeshObjects; rootNamespace: string };
type Caller = Callers['proxies'][number];

/**
 * The proxies of an edge's source, or (where that is a service, which has none) of all that may call it, with the host
 * by which their routes or listeners are found.
 */
export function callersOfEdge(
  { source, target, protocol }: { source: NodeId; target: NodeId; protocol: string },
  mesh: Mesh,
): Callers {
  const section = protocol === 'tcp' ? 'listeners' : 'routes';
  const [filter = ''] = hostsOfNode(target, mesh.objects);
  if (source.kind === 'service' || source.kind === 'serviceEntry')
    return { ...callersOfService(source, mesh), section };
  const all = proxiesOfNode(source, mesh.objects);
  return {
    proxies: all.slice(0, proxiesNamed),
    moreCount: Math.max(0, all.length - proxiesNamed),
    section,
    filter,
    ...(all.length === 0 ? { because: becauseNone(source) } : {}),
  };
}

/** Those that may call a Service or ServiceEntry, gateways and its own namespace first. */
export function callersOfService(
  { namespace, name }: { namespace: string; name: string },
  mesh: Mesh,
): Callers {
  const kind = mesh.objects.Service.some(
    ({ metadata }) => metadata.namespace === namespace && metadata.name === name,
  )
    ? 'Service'
    : 'ServiceEntry';
  const own = {
    kind: kind === 'Service' ? ('service' as const) : ('serviceEntry' as const),
    namespace,
    name,
  };
  const [filter = ''] = hostsOfNode(own, mesh.objects);
  // Pods behind a Service have its routes as well, but are rarely its callers.
  const candidates = candidatesFor({ kind, namespace, name }, mesh).filter(({ isOwn }) => !isOwn);
  return {
    proxies: candidates.slice(0, proxiesNamed).map(({ proxy, why }) => callerOf(proxy, why)),
    moreCount: Math.max(0, candidates.length - proxiesNamed),
    section: 'routes',
    filter,
    ...(candidates.length === 0 ? { because: 'No proxy of the mesh may call it.' } : {}),
  };
}

function proxiesOfNode({ kind, namespace, name, rest }: NodeId, objects: MeshObjects): Caller[] {
  const [version, workloadName] = rest;
  const workloads = groupWorkloads(objects).filter((workload) => {
    if (workload.namespace !== namespace) return false;
    if (kind === 'workload') return workload.name === name;
    const isVersion = version === undefined || workload.version === version;
    const isWorkload = workloadName === undefined || workload.name === workloadName;
    return kind === 'application' && workload.app === name && isVersion && isWorkload;
  });
  const names = new Set(workloads.flatMap(({ pods }) => pods.map(({ metadata }) => metadata.name)));
  return proxiesOf(objects)
    .filter((proxy) => proxy.namespace === namespace && names.has(proxy.name))
    .map((proxy) => callerOf(proxy, 'It stands beside the caller and decides where its requests go.'));
}

function callerOf({ namespace, name: pod, type }: MeshProxy, why: string): Caller {
  return { namespace, pod, type, why };
}

function becauseNone({ kind, name }: NodeId): string {
  return kind === 'workload' || kind === 'application'
    ? `No pod of ${name} runs a proxy, so nothing of the mesh decides where its requests go.`
    : 'The source is not known, so no proxy of it is known either.';
}
