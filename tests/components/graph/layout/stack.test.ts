import { expect, test } from 'vitest';
import { isStackable, stack } from '#components/graph/layout/stack.ts';
import { topologyOf } from '#components/graph/layout/topology.ts';
import { drawnEdge, drawnNode } from '#tests/support/visible-graph.ts';

const names = ['wiki', 'api', 'crawler', 'db'];
const graph = {
  nodes: names.map((name) => drawnNode(name)),
  edges: [drawnEdge('crawler', 'api'), drawnEdge('crawler', 'db')],
  boxes: [],
};

test('a caller stands between the two that it calls, and nothing on anything else', () => {
  const { positions } = stack(topologyOf(graph, []));
  const order = [...positions].sort(([, a], [, b]) => a.y - b.y).map(([id]) => id);
  expect(order).toEqual(['api', 'crawler', 'db', 'wiki']);
  const heights = [...positions.values()].map(({ y }) => y).sort((a, b) => a - b);
  for (const [index, y] of heights.slice(1).entries()) expect(y - (heights[index] ?? 0)).toBeGreaterThan(60);
});

test('only what hangs together loosely may be stacked', () => {
  expect(isStackable(topologyOf(graph, []))).toBe(true);
  const chain = { ...graph, edges: [...graph.edges, drawnEdge('db', 'wiki')] };
  expect(isStackable(topologyOf(chain, []))).toBe(false);
});
