import type { GraphNode } from '#lib/contract/graph.ts';
import type { GraphDraft } from '#server/mesh/graph/graph-draft.ts';

type NamespaceTraffic = { requestsPerSecond: number; errorShare?: number };

/**
 * Requests that arrive in each namespace, from anywhere. A request that is drawn through a service is counted once, on
 * its way in; without requests there is no share of errors.
 */
export function namespaceTraffic({ nodes, edges }: GraphDraft): Map<string, NamespaceTraffic> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const sums = new Map<string, { requests: number; errors: number }>();
  for (const { source, target, protocol, requestsPerSecond = 0, errorShare = 0 } of edges) {
    const namespace = byId.get(target)?.namespace;
    if (protocol === 'tcp' || namespace === undefined || isService(byId.get(source))) continue;
    const sum = sums.get(namespace) ?? { requests: 0, errors: 0 };
    sums.set(namespace, {
      requests: sum.requests + requestsPerSecond,
      errors: sum.errors + requestsPerSecond * errorShare,
    });
  }
  const traffic = [...sums].map(([namespace, { requests, errors }]): [string, NamespaceTraffic] => [
    namespace,
    { requestsPerSecond: requests, ...(requests > 0 ? { errorShare: errors / requests } : {}) },
  ]);
  return new Map(traffic);
}

function isService(node: GraphNode | undefined): boolean {
  return node?.kind === 'service' || node?.kind === 'serviceEntry';
}
