import type { GraphEdge, GraphNode } from '#lib/contract/graph.ts';
import type { Traffic, TrafficRow } from '#lib/contract/traffic.ts';
import type { Point, VisibleGraph } from '../visible-graph.ts';

/** Distances between centres: callers, target and called stand in three columns. */
const columnStep = 132;
const rowStep = 64;
const mostPerColumn = 6;

export type Neighbourhood = {
  graph: VisibleGraph;
  positions: ReadonlyMap<string, Point>;
  /** Neighbours that are left out because there are too many to draw. */
  hidden: { callers: number; called: number };
};

/** Callers at the left, the target in the middle, called at the right, busiest on top. Whoever does both is a caller. */
export function placeNeighbours(
  target: GraphNode,
  { inbound, outbound }: Pick<Traffic, 'inbound' | 'outbound'>,
): Neighbourhood {
  const callers = peersOf(inbound, new Set([target.id]));
  const called = peersOf(outbound, new Set([target.id, ...callers.map(({ id }) => id)]));
  const shown = { callers: callers.slice(0, mostPerColumn), called: called.slice(0, mostPerColumn) };
  const nodes = [target, ...shown.callers, ...shown.called];
  const ids = new Set(nodes.map(({ id }) => id));
  const edges = new Map<string, GraphEdge>();
  for (const { edge } of [...inbound, ...outbound])
    if (ids.has(edge.source) && ids.has(edge.target) && edge.source !== edge.target) edges.set(edge.id, edge);
  return {
    graph: { nodes, edges: [...edges.values()], boxes: [] },
    positions: new Map([
      [target.id, { x: 0, y: 0 }],
      ...column(shown.callers, -columnStep),
      ...column(shown.called, columnStep),
    ]),
    hidden: {
      callers: callers.length - shown.callers.length,
      called: called.length - shown.called.length,
    },
  };
}

function peersOf(rows: readonly TrafficRow[], taken: Set<string>): GraphNode[] {
  return rows.flatMap(({ peer }) => {
    if (taken.has(peer.id)) return [];
    taken.add(peer.id);
    return [peer];
  });
}

function column(nodes: readonly GraphNode[], x: number): [string, Point][] {
  return nodes.map(({ id }, index) => [id, { x, y: (index - (nodes.length - 1) / 2) * rowStep }]);
}
