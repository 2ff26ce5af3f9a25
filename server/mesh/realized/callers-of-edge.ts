import type { Callers } from '#lib/contract/callers.ts';
import type { NodeId } from '#server/mesh/graph/series/node-id.ts';
import { groupWorkloads } from '#server/mesh/inventory/group-workloads.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { type MeshProxy, proxiesOf } from '#server/mesh/proxy/find-proxy.ts';
import { proxiesNamed } from './callers-of-service.ts';
import { hostsOfNode } from './hosts-of-node.ts';

type Caller = Callers['proxies'][number];

/** The proxies of an edge's source, and the host of its target by which their routes or listeners are found. */
export function callersOfEdge(
  { source, target, protocol }: { source: NodeId; target: NodeId; protocol: string },
  objects: MeshObjects,
): Callers {
  const section = protocol === 'tcp' ? 'listeners' : 'routes';
  const [filter = ''] = hostsOfNode(target, objects);
  const all = proxiesOfNode(source, objects);
  return {
    proxies: all.slice(0, proxiesNamed),
    moreCount: Math.max(0, all.length - proxiesNamed),
    section,
    filter,
    ...(all.length === 0 ? { because: becauseNone(source) } : {}),
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
