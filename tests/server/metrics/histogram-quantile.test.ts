import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Bucket, boundOf, histogramQuantile } from '#server/metrics/histogram-quantile.ts';

const infinity = Number.POSITIVE_INFINITY;

function buckets(...pairs: [number, number][]): Bucket[] {
  return pairs.map(([upperBound, count]) => ({ upperBound, count }));
}

test.each<[string, number, Bucket[], number]>([
  ['the lowest bucket starts at 0', 0.5, buckets([10, 10], [infinity, 10]), 5],
  ['an upper bucket starts at the bound below', 0.75, buckets([10, 5], [20, 10], [infinity, 10]), 15],
  ['what is in +Inf answers the highest finite bound', 0.99, buckets([10, 5], [infinity, 10]), 10],
  ['a lowest bound that is not positive is its own answer', 0.1, buckets([-5, 5], [infinity, 10]), -5],
  ['the order of buckets is free', 0.5, buckets([infinity, 10], [10, 10]), 5],
  ['the same bound twice is one bucket', 0.5, buckets([10, 5], [10, 5], [infinity, 10]), 5],
  ['a count that falls is lifted to the one below', 0.8, buckets([10, 10], [20, 8], [infinity, 10]), 8],
  ['a quantile of 0 is the start of the first bucket', 0, buckets([10, 5], [infinity, 10]), 0],
  ['a quantile below 0 is minus infinity', -0.1, buckets([10, 5], [infinity, 10]), -infinity],
  ['a quantile above 1 is infinity', 1.1, buckets([10, 5], [infinity, 10]), infinity],
  ['no +Inf bucket is no answer', 0.5, buckets([10, 5], [20, 10]), Number.NaN],
  ['only +Inf is no answer', 0.5, buckets([infinity, 10]), Number.NaN],
  ['no observation is no answer', 0.5, buckets([10, 0], [infinity, 0]), Number.NaN],
  ['no bucket is no answer', 0.5, [], Number.NaN],
  ['a quantile that is no number is no answer', Number.NaN, buckets([10, 5], [infinity, 10]), Number.NaN],
])('%s', (_sentence, quantile, given, expected) => {
  expect(histogramQuantile(quantile, given)).toBe(expected);
});

test('a higher quantile is never lower, and lies within the finite bounds', () => {
  const histogram = fc
    .array(fc.nat(50), { minLength: 2, maxLength: 8 })
    .filter((counts) => counts.some((count) => count > 0))
    .map((counts) => {
      let total = 0;
      return counts.map((count, index) => {
        total += count;
        return { upperBound: index === counts.length - 1 ? infinity : 2 ** index, count: total };
      });
    });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(histogram, share, share, (given, one, other) => {
      const low = histogramQuantile(Math.min(one, other), given);
      const high = histogramQuantile(Math.max(one, other), given);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeGreaterThanOrEqual(low - 1e-9);
      expect(high).toBeLessThanOrEqual(2 ** (given.length - 2) + 1e-9);
    }),
  );
});

test.each([
  ['0.5', 0.5],
  ['+Inf', infinity],
  ['1e3', 1000],
  ['', Number.NaN],
  ['fast', Number.NaN],
])('the bound %j stands for %f', (le, bound) => {
  expect(boundOf(le)).toBe(bound);
});
