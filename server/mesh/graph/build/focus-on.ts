import type { GraphEdge, GraphNode } from '#lib/contract/graph.ts';

type Picture = { nodes: readonly GraphNode[]; edges: readonly GraphEdge[] };

/**
 * The part of a picture within `depth` edges of a node, in either direction: its nodes, and the edges that lie on a way
 * of that length. Undefined when the node is not in the picture.
 */
export function focusOn<Whole extends Picture>(
  picture: Whole,
  { focus, depth }: { focus: string; depth: number },
): Whole | undefined {
  if (!picture.nodes.some(({ id }) => id === focus)) return undefined;
  const kept = new Set([focus]);
  const keptEdges = new Set<string>();
  let frontier = new Set([focus]);
  for (let step = 0; step < depth && frontier.size > 0; step += 1) {
    const next = new Set<string>();
    for (const { id, source, target } of picture.edges) {
      if (!frontier.has(source) && !frontier.has(target)) continue;
      keptEdges.add(id);
      for (const end of [source, target])
        if (!kept.has(end)) {
          kept.add(end);
          next.add(end);
        }
    }
    frontier = next;
  }
  return {
    ...picture,
    nodes: picture.nodes.filter(({ id }) => kept.has(id)),
    edges: picture.edges.filter(({ id }) => keptEdges.has(id)),
  };
}
