import type { Graph, GraphEdge, GraphNode } from '#lib/contract/graph.ts';
import { nodeName } from './node-name.ts';

/** Who calls whom: a row for every node that calls, a column for every node that is called. */
export type GraphMatrix = {
  rows: GraphNode[];
  columns: GraphNode[];
  /** The edges from a row's node to a column's node, one for each protocol. */
  edges: (rowId: string, columnId: string) => readonly GraphEdge[];
};

/** Nodes stand in order of namespace and name, so that a namespace is one block. */
export function graphMatrix(graph: Graph): GraphMatrix {
  const byPair = new Map<string, GraphEdge[]>();
  for (const edge of graph.edges) {
    const key = `${edge.source}\n${edge.target}`;
    byPair.set(key, [...(byPair.get(key) ?? []), edge]);
  }
  const sources = new Set(graph.edges.map((edge) => edge.source));
  const targets = new Set(graph.edges.map((edge) => edge.target));
  const ordered = [...graph.nodes].sort(
    (a, b) =>
      (a.namespace ?? '').localeCompare(b.namespace ?? '') ||
      nodeName(a).localeCompare(nodeName(b)) ||
      a.id.localeCompare(b.id),
  );
  return {
    rows: ordered.filter((node) => sources.has(node.id)),
    columns: ordered.filter((node) => targets.has(node.id)),
    edges: (rowId, columnId) => byPair.get(`${rowId}\n${columnId}`) ?? [],
  };
}
