import { expect, test } from 'vitest';
import { arrangeLarge } from '#components/graph/layout/arrange-large.ts';
import { topologyOf } from '#components/graph/layout/topology.ts';
import { sceneOf } from '#tests/support/drawn-scene.ts';
import { drawnBox, drawnEdge, drawnNode } from '#tests/support/visible-graph.ts';

const nodes = Array.from({ length: 1000 }, (_, index) => drawnNode(`w${index}`));
const edges = Array.from({ length: 5000 }, (_, index) =>
  drawnEdge(`w${index % 1000}`, `w${(index * 7 + 13 + Math.floor(index / 1000)) % 1000}`),
);
const boxes = Array.from({ length: 50 }, (_, box) =>
  drawnBox(
    `ns${box}`,
    nodes.filter((_, index) => index % 50 === box).map(({ id }) => id),
  ),
);
const graph = { nodes, edges, boxes };

test('a thousand nodes in fifty namespaces stand apart from each other, and no two frames overlap', async () => {
  const arrangement = await arrangeLarge(topologyOf(graph, ['namespace']));
  const places = [...arrangement.positions.values()];
  expect(places.length).toBe(1000);
  const cells = new Set(places.map(({ x, y }) => `${Math.floor(x / 40)} ${Math.floor(y / 40)}`));
  expect(cells.size).toBe(1000);
  const scene = sceneOf(graph, arrangement, { isLarge: true });
  expect(scene.boxes.length).toBe(50);
  for (const [index, { rectangle: a }] of scene.boxes.entries())
    for (const { rectangle: b } of scene.boxes.slice(index + 1)) {
      const apart = a.x + a.width <= b.x + 0.01 || b.x + b.width <= a.x + 0.01;
      const above = a.y + a.height <= b.y + 0.01 || b.y + b.height <= a.y + 0.01;
      expect(apart || above).toBe(true);
    }
});
