import { expect, test } from 'vitest';
import { topologyKey, topologyOf } from '#components/graph/layout/topology.ts';
import { drawnBox, drawnEdge, drawnNode } from '#tests/support/visible-graph.ts';

const graph = {
  nodes: [drawnNode('a'), drawnNode('b')],
  edges: [drawnEdge('a', 'b')],
  boxes: [drawnBox('shop', ['a', 'b'])],
};

test('new numbers, other health and another order keep the key', () => {
  const key = topologyKey(topologyOf(graph, ['namespace']));
  const later = {
    ...graph,
    nodes: [
      drawnNode('b', { health: { status: 'failing', reasons: [] } }),
      drawnNode('a', { requestsInPerSecond: 7 }),
    ],
    edges: [drawnEdge('a', 'b', { requestsPerSecond: 900, errorShare: 0.5 })],
  };
  expect(topologyKey(topologyOf(later, ['namespace']))).toBe(key);
});

test('a new edge and another choice of boxes change the key', () => {
  const key = topologyKey(topologyOf(graph, ['namespace']));
  const more = { ...graph, edges: [...graph.edges, drawnEdge('b', 'a')] };
  expect(topologyKey(topologyOf(more, ['namespace']))).not.toBe(key);
  expect(topologyKey(topologyOf(graph, []))).not.toBe(key);
});

test('members of a box that is not drawn stand in the next one outwards', () => {
  const boxes = [
    drawnBox('shop', ['a']),
    { id: 'box:app', kind: 'app' as const, name: 'b', members: ['b'], parent: 'box:shop' },
  ];
  const { nodes } = topologyOf({ ...graph, boxes }, ['namespace']);
  expect(nodes.map(({ id, box }) => [id, box])).toEqual([
    ['a', 'box:shop'],
    ['b', 'box:shop'],
  ]);
});

test('a box whose members are all hidden is not drawn', () => {
  const boxes = [...graph.boxes, drawnBox('idle', ['gone'])];
  expect(topologyOf({ ...graph, boxes }, ['namespace']).boxes.map(({ id }) => id)).toEqual(['box:shop']);
});
