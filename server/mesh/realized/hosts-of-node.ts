import { matchesSelector } from '#server/mesh/graph/facts/matches-selector.ts';
import type { NodeId } from '#server/mesh/graph/series/node-id.ts';
import { groupWorkloads } from '#server/mesh/inventory/group-workloads.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';

type Node = Pick<NodeId, 'kind' | 'namespace' | 'name'>;

/** What a node is called by callers' proxies: hosts of Services and ServiceEntries, or the cluster for all others. */
export function hostsOfNode({ kind, namespace, name }: Node, objects: MeshObjects): string[] {
  if (kind === 'passthrough') return ['PassthroughCluster'];
  if (kind === 'blackHole') return ['BlackHoleCluster'];
  if (kind === 'service') return [hostOf(namespace, name)];
  if (kind === 'serviceEntry')
    return objects.ServiceEntry.filter(
      ({ metadata }) => metadata.namespace === namespace && metadata.name === name,
    ).flatMap(({ spec }) => spec.hosts);
  const workloads = groupWorkloads(objects).filter(
    (workload) => workload.namespace === namespace && (workload.name === name || workload.app === name),
  );
  return objects.Service.filter(
    ({ metadata, spec: { selector = {} } }) =>
      metadata.namespace === namespace &&
      Object.keys(selector).length > 0 &&
      workloads.some(({ labels }) => matchesSelector(labels, selector)),
  ).map(({ metadata }) => hostOf(namespace, metadata.name));
}

function hostOf(namespace: string, name: string): string {
  return `${name}.${namespace}.svc.cluster.local`;
}
