import type { Graph, GraphNode } from '#lib/contract/graph.ts';

/** The nodes in a box and in all boxes within it. */
export function membersOfBox(graph: Graph, boxId: string): GraphNode[] {
  const inside = new Set([boxId]);
  let isGrowing = true;
  while (isGrowing) {
    const found = graph.boxes.filter(
      (box) => box.parent !== undefined && inside.has(box.parent) && !inside.has(box.id),
    );
    for (const box of found) inside.add(box.id);
    isGrowing = found.length > 0;
  }
  const ids = new Set(graph.boxes.filter((box) => inside.has(box.id)).flatMap((box) => box.members));
  return graph.nodes.filter((node) => ids.has(node.id));
}
