import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  orderStatisticInterval,
  ranksAround,
} from '#server/mesh/canary/statistics/order-statistic-interval.ts';
import { createRandom } from '#tests/bench/mesh/random.ts';

const open = Number.POSITIVE_INFINITY;

/** Ranks of the 95 % interval of a median, as in the tables of nonparametric textbooks. */
test.each([
  [6, 1, 6],
  [10, 2, 9],
  [15, 4, 12],
  [20, 6, 15],
  [25, 8, 18],
])('the median of %i lies between ranks %i and %i', (total, lower, upper) => {
  expect(ranksAround(total, 0.5)).toEqual({ lower, upper });
});

test('the normal approximation of many is never narrower by more than a rank', () => {
  for (const quantile of [0.5, 0.95, 0.99]) {
    const exact = ranksAround(10_000, quantile);
    const near = ranksAround(10_001, quantile);
    expect(Math.abs(near.lower - exact.lower)).toBeLessThanOrEqual(2);
    expect(Math.abs(near.upper - exact.upper)).toBeLessThanOrEqual(2);
  }
});

test('of 1,000 requests the 95th percentile lies within two buckets', () => {
  // Ranks 936 to 964 of 1,000.
  const buckets = [
    { upToMs: 10, count: 900 },
    { upToMs: 25, count: 40 },
    { upToMs: 50, count: 40 },
    { upToMs: 100, count: 0 },
    { upToMs: open, count: 20 },
  ];
  expect(orderStatisticInterval(buckets, 0.95)).toEqual({ fromMs: 10, toMs: 50 });
  expect(orderStatisticInterval(buckets, 0.5)).toEqual({ fromMs: 0, toMs: 10 });
  // In the last bucket, which has no bound.
  expect(orderStatisticInterval(buckets, 0.99)).toEqual({ fromMs: 100 });
});

test('ten requests bound no 99th percentile above', () => {
  expect(
    orderStatisticInterval(
      [
        { upToMs: 5, count: 0 },
        { upToMs: 10, count: 10 },
      ],
      0.99,
    ),
  ).toEqual({ fromMs: 5 });
});

test.each([
  ['no buckets', []],
  ['no requests', [{ upToMs: 5, count: 0 }]],
  ['one request', [{ upToMs: 5, count: 1 }]],
  [
    'what is no count',
    [
      { upToMs: 5, count: Number.NaN },
      { upToMs: 10, count: -4 },
    ],
  ],
  ['no bound', [{ upToMs: Number.NaN, count: 100 }]],
  ['all above the only bound of a lone open bucket', [{ upToMs: open, count: 100 }]],
])('%s: bounded on neither side', (_, buckets) => {
  expect(orderStatisticInterval(buckets, 0.99)).toBeUndefined();
});

test('the interval ascends, and so do those of higher quantiles', () => {
  const counts = fc.array(fc.nat(500), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(counts, (many) => {
      const buckets = many.map((count, index) => ({ upToMs: index === 5 ? open : 2 ** index, count }));
      const [low, high] = [0.5, 0.95].map((quantile) => orderStatisticInterval(buckets, quantile));
      for (const found of [low, high])
        if (found !== undefined) expect(found.fromMs).toBeLessThan(found.toMs ?? open);
      if (low !== undefined && high !== undefined) {
        expect(low.fromMs).toBeLessThanOrEqual(high.fromMs);
        expect(low.toMs ?? open).toBeLessThanOrEqual(high.toMs ?? open);
      }
    }),
  );
});

test('it holds the true quantile in at least 95 % of samples', () => {
  const random = createRandom(11);
  const bounds = [0.5, 1, 5, 10, 25, 50, 100, 250, 500, 1000, open];
  for (const [quantile, requests] of [
    [0.5, 40],
    [0.95, 200],
    [0.99, 1000],
  ] as const) {
    const truth = -20 * Math.log(1 - quantile);
    let held = 0;
    for (let run = 0; run < 500; run += 1) {
      const buckets = bounds.map((upToMs) => ({ upToMs, count: 0 }));
      for (let request = 0; request < requests; request += 1) {
        const took = -20 * Math.log(1 - random());
        const bucket = buckets.find(({ upToMs }) => took <= upToMs);
        if (bucket !== undefined) bucket.count += 1;
      }
      const found = orderStatisticInterval(buckets, quantile);
      if (found !== undefined && found.fromMs <= truth && truth <= (found.toMs ?? open)) held += 1;
    }
    console.log(`p${quantile * 100} of ${requests} exponential times: held in ${held} of 500 samples`);
    expect(held).toBeGreaterThanOrEqual(475);
  }
});
