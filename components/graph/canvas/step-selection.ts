import type { Selection } from '../selection.ts';
import type { Point, VisibleGraph } from '../visible-graph.ts';

export const arrowDirections = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
} as const;
export type ArrowKey = keyof typeof arrowDirections;

type Step = {
  graph: VisibleGraph;
  positions: ReadonlyMap<string, Point>;
  selection: Selection | undefined;
  key: ArrowKey;
};

/**
 * Where an arrow key leads: from a node along the edge that points most in that direction, from an edge to its end on
 * that side, and from nothing to the leftmost node. Undefined when nothing lies that way.
 */
export function stepSelection({ graph, positions, selection, key }: Step): Selection | undefined {
  const direction = arrowDirections[key];
  const from = placeOf(selection, graph, positions);
  if (selection === undefined || from === undefined) return leftmost(positions);
  const candidates = graph.edges.flatMap((edge): (Selection & { towards: string })[] => {
    if (selection.kind === 'node' && edge.source !== selection.id && edge.target !== selection.id) return [];
    if (selection.kind === 'edge' && edge.id !== selection.id) return [];
    const ends = [edge.source, edge.target].filter((id) => id !== selection.id);
    if (selection.kind === 'node') return ends.map((id) => ({ id: edge.id, kind: 'edge', towards: id }));
    return ends.map((id) => ({ id, kind: 'node', towards: id }));
  });
  let best: Selection | undefined;
  let bestAlignment = 0.05;
  for (const { id, kind, towards } of candidates) {
    const to = positions.get(towards);
    if (to === undefined) continue;
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const alignment = ((to.x - from.x) * direction.x + (to.y - from.y) * direction.y) / length;
    if (alignment > bestAlignment) [best, bestAlignment] = [{ kind, id }, alignment];
  }
  return best;
}

/** Where a selected thing stands: a node's centre, the middle of an edge's ends. */
export function placeOf(
  selection: Selection | undefined,
  graph: VisibleGraph,
  positions: ReadonlyMap<string, Point>,
): Point | undefined {
  if (selection?.kind === 'node') return positions.get(selection.id);
  const edge = graph.edges.find(({ id }) => id === selection?.id);
  const ends = edge === undefined ? boxMembers(selection, graph) : [edge.source, edge.target];
  const places = ends.flatMap((id) => positions.get(id) ?? []);
  if (places.length === 0) return undefined;
  const sum = places.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: sum.x / places.length, y: sum.y / places.length };
}

function boxMembers(selection: Selection | undefined, { boxes }: VisibleGraph): readonly string[] {
  return boxes.find(({ id }) => id === selection?.id)?.members ?? [];
}

function leftmost(positions: ReadonlyMap<string, Point>): Selection | undefined {
  const [first] = [...positions].sort(([, a], [, b]) => a.x - b.x || a.y - b.y);
  return first === undefined ? undefined : { kind: 'node', id: first[0] };
}
