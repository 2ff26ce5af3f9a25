import type { Point, VisibleGraph } from '../visible-graph.ts';

/** What is drawn, as data, with the places of the nodes where they are known. */
export function writeJson(graph: VisibleGraph, positions: Readonly<Record<string, Point>> = {}): string {
  const nodes = graph.nodes.map((node) => {
    const position = positions[node.id];
    return position === undefined ? node : { ...node, position };
  });
  return `${JSON.stringify({ ...graph, nodes }, null, 2)}\n`;
}
