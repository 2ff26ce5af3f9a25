import type { GraphNode } from '#lib/contract/graph.ts';
import type { GraphDraft } from '#server/mesh/graph/graph-draft.ts';

/** Orders nodes by the largest share of failing requests on any of their edges, so that reasons begin with the worst. */
export function worstFirst(nodes: readonly GraphNode[], edges: GraphDraft['edges']): GraphNode[] {
  const shares = new Map<string, number>();
  for (const { source, target, errorShare = 0 } of edges) {
    for (const id of [source, target]) shares.set(id, Math.max(shares.get(id) ?? 0, errorShare));
  }
  return nodes.toSorted((one, other) => (shares.get(other.id) ?? 0) - (shares.get(one.id) ?? 0));
}
