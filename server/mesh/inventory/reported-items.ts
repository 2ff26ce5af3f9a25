import type { NamespaceItem } from '#lib/contract/namespaces.ts';
import type { GraphDraft } from '#server/mesh/graph/graph-draft.ts';
import { namespaceTraffic } from './namespace-traffic.ts';
import { worstOf } from './worst-of.ts';

/**
 * Namespaces as telemetry alone knows them: those with traffic, of any cluster. Only a proxy reports, so each is part
 * of the mesh; what only objects could say is absent.
 */
export function reportedItems(picture: GraphDraft | undefined, rootNamespace: string): NamespaceItem[] {
  if (picture === undefined) return [];
  const traffic = namespaceTraffic(picture);
  const byNamespace = Map.groupBy(picture.nodes, ({ namespace }) => namespace ?? 'unknown');
  return [...byNamespace]
    .filter(([name]) => name !== 'unknown')
    .map(([name, nodes]): NamespaceItem => {
      const workloads = nodes.filter(({ kind }) => kind === 'workload');
      const counts = {
        total: workloads.length,
        healthy: 0,
        degraded: 0,
        failing: 0,
        idle: 0,
        unknown: 0,
        outOfMesh: 0,
      };
      for (const { health } of workloads) counts[health.status] += 1;
      return {
        name,
        inMesh: 'sidecar',
        isSystem: name === rootNamespace || name === 'kube-system',
        health: worstOf(nodes.map(({ health }) => health)),
        workloads: counts,
        ...(traffic.get(name) ?? { requestsPerSecond: 0 }),
      };
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}
