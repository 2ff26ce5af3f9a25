import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { responseTimesOf } from '#server/mesh/inventory/response-times.ts';
import { histogramQuantile } from '#server/metrics/histogram-quantile.ts';

/** Cumulative buckets of one caller's series. */
const rows = (reporter: string, caller: string, buckets: Record<string, number>) =>
  Object.entries(buckets).map(([le, value]) => ({
    labels: { reporter, source_workload: caller, destination_workload: 'api', le },
    value,
  }));
const p95Of = (samples: ReturnType<typeof rows>) =>
  responseTimesOf(samples)
    .p95By(({ destination_workload: name }) => name)
    .get('api');

test('the quantile of several callers is that of their summed buckets', () => {
  const fast = rows('destination', 'a', { 10: 90, 1000: 90, '+Inf': 90 });
  const slow = rows('destination', 'b', { 10: 0, 1000: 10, '+Inf': 10 });
  expect(p95Of([...fast, ...slow])).toBe(505);
});

test('it is so for any buckets', () => {
  const bounds = ['5', '10', '25', '50', '100', '+Inf'];
  const counts = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(counts, { minLength: 1, maxLength: 5 }), (callers) => {
      const cumulative = callers.map((each) =>
        each.map((_, index) => each.slice(0, index + 1).reduce((a, b) => a + b, 0)),
      );
      const samples = cumulative.flatMap((each, caller) =>
        rows(
          'destination',
          String(caller),
          Object.fromEntries(each.map((count, index) => [bounds[index], count])),
        ),
      );
      const summed = bounds.map((bound, index) => ({
        upperBound: bound === '+Inf' ? Number.POSITIVE_INFINITY : Number(bound),
        count: cumulative.reduce((sum, each) => sum + (each[index] ?? 0), 0),
      }));
      // Below the lowest bucket that has something lies the next bound that Istio has: 1 ms.
      const expected = histogramQuantile(0.95, [...summed, { upperBound: 1, count: 0 }]);
      expect(p95Of(samples)).toBeCloseTo(expected, 1);
    }),
  );
});

describe('reporters', () => {
  const server = rows('destination', 'a', { 10: 5, '+Inf': 5 });
  const client = rows('source', 'a', { 500: 0, 1000: 5, '+Inf': 5 });

  test('the destination’s proxy is believed before its callers', () => {
    expect(p95Of([...client, ...server])).toBeLessThanOrEqual(10);
  });

  test('callers are believed where there is no other', () => {
    expect(p95Of(client)).toBeGreaterThan(500);
  });
});

test('empty histograms, bounds that are none and values that are no numbers give nothing', () => {
  expect(p95Of([])).toBeUndefined();
  expect(p95Of(rows('destination', 'a', { 10: 0, '+Inf': 0 }))).toBeUndefined();
  expect(p95Of(rows('destination', 'a', { soon: 4, '+Inf': Number.NaN }))).toBeUndefined();
});
