import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newcombe } from '#server/mesh/canary/statistics/newcombe.ts';

/** Newcombe, Statistics in Medicine 17 (1998) 873-890, table II, method 10. */
const published: [ours: [number, number], theirs: [number, number], low: number, high: number][] = [
  [[56, 70], [48, 80], 0.0524, 0.3339],
  [[9, 10], [3, 10], 0.1705, 0.809],
  [[6, 7], [2, 7], 0.0582, 0.8062],
  [[5, 56], [0, 29], -0.0381, 0.1926],
  [[0, 10], [0, 20], -0.1611, 0.2775],
  [[0, 10], [0, 10], -0.2775, 0.2775],
  [[10, 10], [0, 20], 0.6791, 1],
  [[10, 10], [0, 10], 0.6075, 1],
];
test.each(published)('%j less %j lies between %d and %d, as published', (ours, theirs, low, high) => {
  const found = newcombe({ count: ours[0], total: ours[1] }, { count: theirs[0], total: theirs[1] });
  expect(found?.difference).toBeCloseTo(ours[0] / ours[1] - theirs[0] / theirs[1], 12);
  expect(found?.low).toBeCloseTo(low, 4);
  expect(found?.high).toBeCloseTo(high, 4);
});

test('nothing is less than something only where both were counted', () => {
  expect(newcombe({ count: 0, total: 0 }, { count: 1, total: 2 })).toBeUndefined();
  expect(newcombe({ count: 1, total: 2 }, { count: 0, total: 0 })).toBeUndefined();
  expect(newcombe({ count: Number.NaN, total: 2 }, { count: 1, total: 2 })).toBeUndefined();
});

const counted = fc
  .tuple(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }))
  .map(([count, rest]) => ({ count, total: count + rest }));

test('the bounds lie within -1 and 1 around the difference, and exchanging both mirrors them', () => {
  fc.assert(
    fc.property(counted, counted, (ours, theirs) => {
      const one = newcombe(ours, theirs) ?? { difference: 9, low: 9, high: 9 };
      const other = newcombe(theirs, ours) ?? { difference: 9, low: 9, high: 9 };
      expect(one.low).toBeGreaterThanOrEqual(-1);
      expect(one.low).toBeLessThanOrEqual(one.difference);
      expect(one.difference).toBeLessThanOrEqual(one.high);
      expect(one.high).toBeLessThanOrEqual(1);
      expect(one.low).toBeCloseTo(-other.high, 12);
      expect(one.high).toBeCloseTo(-other.low, 12);
    }),
  );
});
