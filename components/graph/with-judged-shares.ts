import type { Graph } from '#lib/contract/graph.ts';
import type { EdgeVerdict } from './split-verdicts.ts';

/**
 * The graph with the shares that were judged in place of those counted on its edges: these hold requests that other rules
 * pinned to the versions, and would say something else than the verdict beside them.
 */
export function withJudgedShares(graph: Graph, verdicts: ReadonlyMap<string, readonly EdgeVerdict[]>): Graph {
  if (verdicts.size === 0) return graph;
  const edges = graph.edges.map((edge) => {
    const [only, ...others] = verdicts.get(edge.id) ?? [];
    if (edge.split?.configuredShare === undefined || only?.observed === undefined || others.length > 0)
      return edge;
    return { ...edge, split: { ...edge.split, ...only.observed } };
  });
  return { ...graph, edges };
}
