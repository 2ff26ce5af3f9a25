import { expect, test } from 'vitest';
import { keepPositions } from '#components/graph/layout/keep-positions.ts';
import { topologyOf } from '#components/graph/layout/topology.ts';
import { drawnEdge, drawnNode } from '#tests/support/visible-graph.ts';

const names = ['a', 'b', 'c', 'd', 'e'];
const before = new Map(names.map((name, index) => [name, { x: index * 100, y: 0 }]));

test('what was there does not move by a pixel, and a newcomer stands beside its neighbour', () => {
  const graph = {
    nodes: [...names, 'new'].map((name) => drawnNode(name)),
    edges: [drawnEdge('c', 'new')],
    boxes: [],
  };
  const fresh = new Map(names.map((name) => [name, { x: 0, y: 500 }])).set('new', { x: 90, y: 500 });
  const kept = keepPositions(before, { positions: fresh, routes: new Map() }, topologyOf(graph, []));
  for (const name of names) expect(kept?.positions.get(name)).toEqual(before.get(name));
  // 90 px to the right of c, which is where d stands: the next free place is below.
  expect(kept?.positions.get('new')?.x).toBe(290);
  expect(kept?.positions.get('new')?.y).toBeGreaterThanOrEqual(70);
});

test('a graph that is mostly new is arranged anew', () => {
  const graph = { nodes: ['a', 'x', 'y', 'z'].map((name) => drawnNode(name)), edges: [], boxes: [] };
  const positions = new Map(['a', 'x', 'y', 'z'].map((name) => [name, { x: 0, y: 0 }]));
  expect(keepPositions(before, { positions, routes: new Map() }, topologyOf(graph, []))).toBeUndefined();
});
