import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareBelow } from '#server/mesh/traces/share-below.ts';
import { histogramQuantile } from '#server/metrics/histogram-quantile.ts';

const buckets = [
  { upperBound: 10, count: 50 },
  { upperBound: 20, count: 80 },
  { upperBound: Number.POSITIVE_INFINITY, count: 100 },
];

test.each([
  [0, 0],
  [5, 0.25],
  [10, 0.5],
  [15, 0.65],
  [20, 0.8],
  [1000, 0.8],
])('of 100 requests %d ms is longer than the share %d', (value, share) => {
  expect(shareBelow(value, buckets)).toBeCloseTo(share);
});

test('an empty histogram says nothing, nor does a value that is no number', () => {
  expect(shareBelow(5, [])).toBeUndefined();
  expect(shareBelow(5, [{ upperBound: 10, count: 0 }])).toBeUndefined();
  expect(shareBelow(Number.NaN, buckets)).toBeUndefined();
});

test('it is the inverse of the quantile', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 0.79, noNaN: true }), (share) => {
      expect(shareBelow(histogramQuantile(share, buckets), buckets)).toBeCloseTo(share);
    }),
  );
});
