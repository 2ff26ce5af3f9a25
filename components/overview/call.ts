import type { Graph, GraphEdge, GraphNode } from '#lib/contract/graph.ts';

/** An edge with both its ends. */
export type Call = { edge: GraphEdge; source: GraphNode; target: GraphNode };

/** Every edge whose ends are in the picture. */
export function callsOf(graph: Graph): Call[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  return graph.edges.flatMap((edge) => {
    const source = nodes.get(edge.source);
    const target = nodes.get(edge.target);
    return source === undefined || target === undefined ? [] : [{ edge, source, target }];
  });
}

/** Where the caller itself is known: not the second half of a call, from a service to its backend. */
export function isFromCaller({ source }: Call): boolean {
  return source.kind !== 'service';
}

/** `reviews v2`; the version is left out where it says nothing. */
export function nodeTitle(node: GraphNode): string {
  const version =
    node.version === undefined || node.version === 'latest' || node.version === 'unknown'
      ? ''
      : ` ${node.version}`;
  return `${node.name}${version}`;
}
