import { expect, test } from 'vitest';
import { chooseColumns } from '#components/graph/layout/choose-columns.ts';
import { spanningTree } from '#components/graph/layout/spanning-tree.ts';
import { topologyOf } from '#components/graph/layout/topology.ts';
import { trafficDirections } from '#components/graph/layout/traffic-direction.ts';
import { drawnEdge, drawnNode } from '#tests/support/visible-graph.ts';

const wish = { columnGap: 60, rowGap: 20, aspectRatio: 1.4, calls: [] };

test('callers stand left of what they call, and large boxes above each other in between', () => {
  const columns = chooseColumns(
    [
      { id: 'external', width: 100, height: 300, outward: -0.9 },
      { id: 'bookinfo', width: 700, height: 330, outward: 0 },
      { id: 'gateway', width: 120, height: 120, outward: 0.9 },
      { id: 'shop', width: 680, height: 280, outward: 0.05 },
    ],
    wish,
  );
  expect(columns.map((column) => column.map(({ id }) => id).sort())).toEqual([
    ['gateway'],
    ['bookinfo', 'shop'],
    ['external'],
  ]);
});

test('many boxes are distributed over columns of about the wanted shape', () => {
  const items = Array.from({ length: 40 }, (_, index) => ({
    id: `${index}`,
    width: 200,
    height: 140,
    outward: 0,
  }));
  const columns = chooseColumns(items, wish);
  expect(columns.flat().length).toBe(40);
  expect(columns.length).toBeGreaterThan(4);
  expect(columns.length).toBeLessThan(9);
});

test('traffic comes in at 1 and ends at -1', () => {
  const graph = {
    nodes: ['a', 'b', 'c'].map((name) => drawnNode(name)),
    edges: [drawnEdge('a', 'b'), drawnEdge('b', 'c')],
    boxes: [],
  };
  const directions = trafficDirections(topologyOf(graph, []));
  expect(directions.get('a')).toBeGreaterThan(0.5);
  expect(directions.get('b')).toBe(0);
  expect(directions.get('c')).toBeLessThan(-0.5);
});

test('a spanning tree reaches every node once, also across parts and circles', () => {
  const graph = {
    nodes: ['a', 'b', 'c', 'lone'].map((name) => drawnNode(name)),
    edges: [drawnEdge('a', 'b'), drawnEdge('b', 'c'), drawnEdge('c', 'a')],
    boxes: [],
  };
  const tree = spanningTree(topologyOf(graph, []));
  expect(tree.length).toBe(3);
  expect(new Set(tree.map(({ target }) => target)).size).toBe(3);
});
