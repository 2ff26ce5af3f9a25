import { expect, test } from 'vitest';
import { boxTitle } from '#components/graph/canvas/box-title.ts';
import type { GraphBox } from '#lib/contract/graph.ts';

const west: GraphBox = { id: 'box:cluster:west', kind: 'cluster', name: 'west', members: [] };
const shop: GraphBox = {
  id: 'box:namespace:west/shop',
  kind: 'namespace',
  name: 'shop',
  parent: west.id,
  members: [],
};
const { parent: _, ...alone } = shop;
const cart: GraphBox = { id: 'box:app:cart', kind: 'app', name: 'cart', parent: shop.id, members: [] };

test.for<[string, GraphBox, ('cluster' | 'namespace' | 'app')[]]>([
  ['shop · west', shop, ['namespace']],
  ['shop', shop, ['cluster', 'namespace']],
  ['shop', alone, ['namespace']],
  ['cart', cart, ['namespace', 'app']],
  ['west', west, ['cluster']],
])('%s', ([title, box, boxBy]) => {
  expect(boxTitle(box, { graph: { nodes: [], edges: [], boxes: [west, shop, cart] }, boxBy })).toBe(title);
});
