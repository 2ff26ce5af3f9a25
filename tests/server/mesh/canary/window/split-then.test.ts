import { expect, test } from 'vitest';
import { splitThen } from '#server/mesh/canary/window/split-then.ts';
import { madeSplit } from '#tests/support/made-split.ts';

const split = madeSplit({ v1: 90, v2: 10 });

test('with the weights of now a split is itself', () => {
  expect(splitThen(split, {})).toBe(split);
});

test.each([
  [
    [1, 1],
    [0.5, 0.5],
  ],
  [
    [0, 0],
    [0, 0],
  ],
])('weights %j of then are shares %j', ([v1 = 0, v2 = 0], shares) => {
  const weightsThen = [
    { name: 'v1', weight: v1 },
    { name: 'v2', weight: v2 },
  ];
  expect(splitThen(split, { weightsThen }).versions.map(({ share }) => share)).toEqual(shares);
});

test('versions that were not there had none, those that have gone do not count', () => {
  const weightsThen = [
    { name: 'v0', weight: 70 },
    { name: 'v1', weight: 30 },
  ];
  expect(splitThen(split, { weightsThen }).versions.map(({ weight, share }) => [weight, share])).toEqual([
    [30, 1],
    [0, 0],
  ]);
});
