import type { Graph, GraphEdge, GraphNode } from '#lib/contract/graph.ts';
import type { GraphPart } from '#lib/find/find-in-graph.ts';

export const focusDirections = ['both', 'upstream', 'downstream'] as const;
export type FocusDirection = (typeof focusDirections)[number];

export type Neighbour = { edge: GraphEdge; node: GraphNode };

/** Who calls the node and whom it calls, most traffic first. */
export function neighboursOf(graph: Graph, nodeId: string): { callers: Neighbour[]; called: Neighbour[] } {
  const nodeById = new Map(graph.nodes.map((node) => [node.id, node]));
  const withNode = (edge: GraphEdge, id: string): Neighbour[] => {
    const node = nodeById.get(id);
    return node === undefined ? [] : [{ edge, node }];
  };
  const byTraffic = (a: Neighbour, b: Neighbour) => weightOf(b.edge) - weightOf(a.edge);
  return {
    callers: graph.edges
      .filter((edge) => edge.target === nodeId)
      .flatMap((edge) => withNode(edge, edge.source))
      .sort(byTraffic),
    called: graph.edges
      .filter((edge) => edge.source === nodeId)
      .flatMap((edge) => withNode(edge, edge.target))
      .sort(byTraffic),
  };
}

function weightOf(edge: GraphEdge): number {
  return edge.requestsPerSecond ?? edge.bytesSentPerSecond ?? 0;
}

type Walk = { from: string; direction: FocusDirection; depth: number };

/** Everything within `depth` calls upstream, downstream or both ways of a node, itself included. */
export function pathPart(graph: Graph, { from, direction, depth }: Walk): GraphPart {
  const nodes = new Set<string>();
  const edges = new Set<string>();
  if (!graph.nodes.some((node) => node.id === from)) return { nodes, edges };
  nodes.add(from);
  const directions = direction === 'both' ? (['upstream', 'downstream'] as const) : [direction];
  for (const way of directions) {
    const near = way === 'upstream' ? 'target' : 'source';
    const far = way === 'upstream' ? 'source' : 'target';
    let front = new Set([from]);
    for (let step = 0; step < depth && front.size > 0; step += 1) {
      const next = new Set<string>();
      for (const edge of graph.edges.filter((candidate) => front.has(candidate[near]))) {
        edges.add(edge.id);
        if (!nodes.has(edge[far])) next.add(edge[far]);
        nodes.add(edge[far]);
      }
      front = next;
    }
  }
  return { nodes, edges };
}
