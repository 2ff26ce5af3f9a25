import { expect, test } from 'vitest';
import { emptySceneMemory } from '#components/graph/canvas/build-scene.ts';
import { sceneOf } from '#tests/support/drawn-scene.ts';
import { drawnBox, drawnEdge, drawnNode } from '#tests/support/visible-graph.ts';

const graph = {
  nodes: [drawnNode('a'), drawnNode('b')],
  edges: [drawnEdge('a', 'b', { requestsPerSecond: 1 })],
  boxes: [drawnBox('shop', ['a', 'b'])],
};
const positions = new Map([
  ['a', { x: 0, y: 0 }],
  ['b', { x: 200, y: 0 }],
]);
const arrangement = { positions, routes: new Map() };

test('a refresh with other numbers keeps the very lines and brings the new words', () => {
  const memory = emptySceneMemory();
  const before = sceneOf(graph, arrangement, { memory });
  const busier = { ...graph, edges: [drawnEdge('a', 'b', { requestsPerSecond: 900 })] };
  const after = sceneOf(busier, arrangement, { memory });
  expect(after.edges[0]?.points).toBe(before.edges[0]?.points);
  expect(after.edges[0]?.label()?.lines).toEqual(['900']);
  expect(after.edges[0]?.width).toBeGreaterThan(before.edges[0]?.width ?? 0);
});

test('a dragged node, another name and another edge draw the lines anew', () => {
  const memory = emptySceneMemory();
  const [line] = sceneOf(graph, arrangement, { memory }).edges;
  const dragged = new Map([...positions, ['b', { x: 200, y: 90 }] as const]);
  expect(sceneOf(graph, arrangement, { memory, positions: dragged }).edges[0]?.points).not.toEqual(
    line?.points,
  );
  const more = { ...graph, edges: [...graph.edges, drawnEdge('b', 'a')] };
  expect(sceneOf(more, arrangement, { memory }).edges.length).toBe(2);
  const renamed = { ...graph, nodes: [drawnNode('a', { name: 'a-much-longer-name' }), drawnNode('b')] };
  expect(sceneOf(renamed, arrangement, { memory }).bounds.x).toBeLessThan(-30);
});
