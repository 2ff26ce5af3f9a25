import { expect, test } from 'vitest';
import { countStatuses } from '#components/overview/count-statuses.ts';
import { makeHealth, makeItem, makeMembership } from '#tests/support/make-item.ts';

test('states are counted, the worst first, and those that none is in are left out', () => {
  expect(
    countStatuses([
      makeItem(),
      makeItem({ health: makeHealth('idle'), inMesh: makeMembership('none') }),
      makeItem({ health: makeHealth('failing') }),
      makeItem(),
    ]),
  ).toEqual([
    { status: 'failing', count: 1 },
    { status: 'healthy', count: 2 },
    { status: 'notInMesh', count: 1 },
  ]);
});
