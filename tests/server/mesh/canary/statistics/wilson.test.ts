import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wilson } from '#server/mesh/canary/statistics/wilson.ts';

/** Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3. */
const published: [count: number, total: number, low: number, high: number][] = [
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
];
test.each(published)('%i of %i lies between %d and %d, as published', (count, total, low, high) => {
  const estimate = wilson(count, total);
  expect(estimate?.share).toBe(count / total);
  expect(estimate?.low).toBeCloseTo(low, 4);
  expect(estimate?.high).toBeCloseTo(high, 4);
});

/** The design's own figures, in percent with one decimal. */
test.each([
  [3, 100, 1.0, 8.5],
  [0, 50, 0, 7.1],
  [112, 1000, 9.4, 13.3],
])('%i of %i is %d to %d percent', (count, total, low, high) => {
  const estimate = wilson(count, total);
  expect(Math.round((estimate?.low ?? Number.NaN) * 1000) / 10).toBe(low);
  expect(Math.round((estimate?.high ?? Number.NaN) * 1000) / 10).toBe(high);
});

test.each([
  [0, 0],
  [1, 0],
  [1, -5],
  [Number.NaN, 10],
  [1, Number.NaN],
  [1, Number.POSITIVE_INFINITY],
])('%d of %d is no share', (count, total) => {
  expect(wilson(count, total)).toBeUndefined();
});

const portions = fc.double({ min: 0, max: 1, noNaN: true });
const totals = fc.double({ min: 0.01, max: 1e12, noNaN: true });
test('the bounds lie within 0 and 1 around the share, for whole counts and fractions alike', () => {
  fc.assert(
    fc.property(portions, totals, (portion, total) => {
      const { share, low, high } = wilson(portion * total, total) ?? { share: -1, low: 0, high: 0 };
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(share);
      expect(share).toBeLessThanOrEqual(high);
      expect(high).toBeLessThanOrEqual(1);
    }),
  );
});

test('what did not happen has the mirrored interval', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.nat(10_000), (happened, not) => {
      fc.pre(happened + not > 0);
      const one = wilson(happened, happened + not);
      const other = wilson(not, happened + not);
      expect(one?.low).toBeCloseTo(1 - (other?.high ?? Number.NaN), 12);
    }),
  );
});
