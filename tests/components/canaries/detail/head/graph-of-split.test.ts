import { expect, test } from 'vitest';
import { graphOfSplit } from '#components/canaries/detail/head/graph-of-split.ts';

const behind = { service: { namespace: 'shop', name: 'catalog-v2' } };

test.each([
  { services: ['shop/catalog'], versions: [behind], focus: 'service:home/shop/catalog' },
  { services: [], versions: [behind], focus: 'service:home/shop/catalog-v2' },
])('hosts that are $services lead to $focus', ({ focus, ...split }) => {
  expect(graphOfSplit(split, { chosen: 0, cluster: 'home' })).toMatchObject({
    namespaces: '*',
    focus,
    selected: `node:${focus}`,
    only: 'true',
  });
});

test('hosts outside of the cluster have no place in the graph', () => {
  expect(graphOfSplit({ services: [], versions: [{}] }, { chosen: 0, cluster: 'home' })).toBeUndefined();
});
