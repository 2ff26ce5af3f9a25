import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countsDiffer, differsBy, sharesDiffer } from '#server/mesh/compare/graph/beyond-chance.ts';

describe('counts differ where chance does not explain it', () => {
  test.each([
    [3, 12, false],
    [10, 40, true],
    [0, 8, false],
    [0, 10, true],
    [1000, 1100, false],
    [1000, 1200, true],
  ])('%i and %i: %s', (before, after, isChanged) => {
    expect(countsDiffer(before, after)).toBe(isChanged);
  });
});

describe('shares differ where chance does not explain it', () => {
  test.each([
    [0, 1, 2, false],
    [0, 1, 6, true],
    [0.01, 0.03, 300, false],
    [0.01, 0.03, 3000, true],
    [0.5, 0.5, 1_000_000, false],
  ])('%d and %d of %i: %s', (before, after, total, isChanged) => {
    expect(sharesDiffer({ share: before, total }, { share: after, total })).toBe(isChanged);
  });

  test('nothing is said without requests on a side', () => {
    expect(sharesDiffer({ share: 0, total: 0 }, { share: 1, total: 1000 })).toBe(false);
  });
});

test('a margin is of the larger one, and of an absolute least', () => {
  const margin = { relative: 0.25, absolute: 5 };
  expect(differsBy(100, 124, margin)).toBe(false);
  expect(differsBy(100, 134, margin)).toBe(true);
  expect(differsBy(1, 4, margin)).toBe(false);
});

const count = fc.integer({ min: 0, max: 100_000 });
const part = fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }), total: count });

test('no rule depends on which side is the earlier one, and what is equal never differs', () => {
  fc.assert(
    fc.property(count, count, part, part, (one, other, left, right) => {
      expect(countsDiffer(one, other)).toBe(countsDiffer(other, one));
      expect(sharesDiffer(left, right)).toBe(sharesDiffer(right, left));
      expect(countsDiffer(one, one)).toBe(false);
      expect(sharesDiffer(left, left)).toBe(false);
    }),
  );
});
