import { expect, test } from 'vitest';
import { compareItems, itemStatus } from '#lib/item-status.ts';
import { makeHealth, makeItem, makeMembership } from '#tests/support/make-item.ts';

test('what stands outside the mesh and of which nothing is known is not idle but not in the mesh', () => {
  expect(itemStatus(makeItem({ health: makeHealth('idle'), inMesh: makeMembership('none') }))).toBe(
    'notInMesh',
  );
});

test('what stands outside the mesh and fails is failing', () => {
  expect(itemStatus(makeItem({ health: makeHealth('failing'), inMesh: makeMembership('none') }))).toBe(
    'failing',
  );
});

test('what has a proxy and no traffic is idle', () => {
  expect(itemStatus(makeItem({ health: makeHealth('idle') }))).toBe('idle');
});

test('the worst comes first, then the larger share of errors, then the larger rate, then the name', () => {
  const items = [
    makeItem({ name: 'outside', health: makeHealth('idle'), inMesh: makeMembership('none') }),
    makeItem({ name: 'well-10' }),
    makeItem({ name: 'well-9' }),
    makeItem({ name: 'busy', figures: { requestsPerSecond: 9 } }),
    makeItem({ name: 'idle', health: makeHealth('idle') }),
    makeItem({ name: 'blurred', health: makeHealth('unknown') }),
    makeItem({ name: 'some', health: makeHealth('failing'), figures: { errorShare: 0.2 } }),
    makeItem({ name: 'all', health: makeHealth('failing'), figures: { errorShare: 1 } }),
    makeItem({ name: 'less', health: makeHealth('degraded'), figures: { errorShare: 0.05 } }),
  ];
  expect(items.sort(compareItems).map(({ name }) => name)).toEqual([
    'all',
    'some',
    'less',
    'busy',
    'well-9',
    'well-10',
    'blurred',
    'idle',
    'outside',
  ]);
});
