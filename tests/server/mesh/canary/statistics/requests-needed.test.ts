import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deltaOf } from '#server/mesh/canary/statistics/delta-of.ts';
import { requestsNeeded } from '#server/mesh/canary/statistics/requests-needed.ts';

test.each([
  [0, 0],
  [0.01, 0.005],
  [0.04, 0.02],
  [0.05, 0.02],
  [0.1, 0.02],
  [0.25, 0.05],
  [0.5, 0.1],
  [1, 0.2],
])('a weight of %d may be off by %d', (weight, delta) => {
  expect(deltaOf(weight)).toBeCloseTo(delta, 12);
});

test('what is tolerated never reaches the weight itself', () => {
  fc.assert(
    fc.property(fc.double({ min: Number.MIN_VALUE, max: 1, noNaN: true }), (weight) => {
      expect(deltaOf(weight)).toBeGreaterThanOrEqual(0);
      expect(deltaOf(weight)).toBeLessThanOrEqual(weight / 2);
    }),
  );
});

/** 3.24^2 p (1 - p) / delta^2 */
test.each([
  [0.1, 0.02, 2362],
  [0.25, 0.05, 788],
  [0.5, 0.1, 263],
  [0.01, 0.005, 4158],
])('a share of %d is sure to within %d after %i requests', (share, delta, requests) => {
  expect(requestsNeeded(share, delta)).toBe(requests);
});

test('nothing is never sure to within nothing', () => {
  expect(requestsNeeded(0, 0)).toBe(Number.POSITIVE_INFINITY);
  expect(requestsNeeded(0.5, Number.NaN)).toBe(Number.POSITIVE_INFINITY);
  expect(requestsNeeded(0.5, -1)).toBe(Number.POSITIVE_INFINITY);
});
