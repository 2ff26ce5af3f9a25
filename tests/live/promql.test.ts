import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evaluateInstant, evaluateRange } from '#server/metrics/evaluate.ts';
import { matchOneOf } from '#server/metrics/match-one-of.ts';
import type { Matcher, MetricQuery, Selector } from '#server/metrics/query.ts';
import type { MetricSource } from '#server/sources/interface.ts';
import { createPrometheus } from '#server/sources/prometheus/prometheus.ts';
import { type SteadyCounter, steadyCounters } from '#tests/support/counters.ts';
import { expectSameSamples, expectSameSeries } from '#tests/support/metric-rows.ts';
import { openMetricsHistory } from '#tests/support/open-metrics.ts';
import { type PrometheusServer, startPrometheus } from '#tests/support/prometheus.ts';

// Values as they come from a mesh and as they do not: nothing of it may change the meaning of a query.
const apps = ['', 'cart', 'cart-v2', 'a.b', 'a|b', 'say "hi"', 'back\\slash', 'two\nlines', '{x="y"}', 'é🜚'];
const codes = ['200', '404', '503'];
const bounds = ['5', '10', '25', '100', '1000', '+Inf'];

const perPair = apps.flatMap((app, place) =>
  codes.map((code, row) => ({ app, code, size: place * 3 + row })),
);
const fromSeconds = 1_790_000_000;
const nowSeconds = fromSeconds + 7200;
const stepSeconds = 15;

const requests: SteadyCounter[] = perPair.map(({ app, code, size }) => ({
  labels: { app, code },
  perSecond: size % 7 === 3 ? 0.001 : size / 3 + 0.1,
  fromSeconds: fromSeconds - 500,
}));
const parts = perPair.map(({ app, code, size }) => ({
  labels: { app, code },
  size,
  fromSeconds: fromSeconds - 500,
}));
const store = steadyCounters({
  requests_total: requests,
  duration_bucket: parts.flatMap(({ labels, size, ...rest }) =>
    bounds.map((le, index) => ({
      labels: { ...labels, le },
      // Some histograms have nothing in their lower buckets, some nothing at all, some much beyond the last bound.
      perSecond: size % 5 === 0 ? 0 : Math.max(0, index - (size % 4)) * (1 + size / 10),
      ...rest,
    })),
  ),
  duration_sum: parts.map(({ labels, size, ...rest }) => ({
    labels,
    perSecond: size % 5 === 0 ? 0 : size,
    ...rest,
  })),
  duration_count: parts.map(({ labels, size, ...rest }) => ({
    labels,
    perSecond: size % 5 === 0 ? 0 : Math.max(0, 5 - (size % 4)) * (1 + size / 10),
    ...rest,
  })),
});

let server: PrometheusServer;
let prometheus: MetricSource;

beforeAll(async () => {
  server = await startPrometheus({
    backfill: openMetricsHistory({
      store,
      metrics: ['requests_total', 'duration_bucket', 'duration_sum', 'duration_count'],
      atSeconds: Array.from(
        { length: 7200 / stepSeconds + 1 },
        (_, index) => fromSeconds + index * stepSeconds,
      ),
    }),
  });
  prometheus = createPrometheus({ url: server.url, timeoutMs: 20_000 });
});
afterAll(() => server.stop());

async function compareInstant(query: MetricQuery, atSeconds = nowSeconds): Promise<number> {
  const ours = evaluateInstant(query, atSeconds, store);
  const real = await prometheus.query(query, atSeconds);
  expectSameSamples(ours, real.rows);
  return ours.length;
}

const all: Selector = { metric: 'requests_total', matchers: [] };
const histogram: Selector = { metric: 'duration', matchers: [] };
const windowSeconds = 600;

describe('every function of the algebra means the same in memory as in a real Prometheus', () => {
  test.each<[number, MetricQuery]>([
    [30, { fn: 'sum', selector: all, by: ['app', 'code'] }],
    [3, { fn: 'sum', selector: all, by: ['code'] }],
    [10, { fn: 'rate', selector: all, windowSeconds, by: ['app'] }],
    [1, { fn: 'increase', selector: all, windowSeconds, by: [] }],
    [30, { fn: 'increase', selector: all, windowSeconds: 3600, by: ['code', 'app'] }],
    [10, { fn: 'avg', selector: histogram, windowSeconds, by: ['app'] }],
    [24, { fn: 'avg', selector: histogram, windowSeconds, by: ['app', 'code'] }],
    [24, { fn: 'quantile', quantile: 0.5, selector: histogram, windowSeconds, by: ['app', 'code'] }],
    [10, { fn: 'quantile', quantile: 0.95, selector: histogram, windowSeconds, by: ['app'] }],
    [1, { fn: 'quantile', quantile: 0.999, selector: histogram, windowSeconds, by: [] }],
    // An empty lowest bucket has no start to answer with.
    [0, { fn: 'quantile', quantile: 0, selector: histogram, windowSeconds, by: [] }],
    [1, { fn: 'quantile', quantile: 1, selector: histogram, windowSeconds, by: [] }],
    [15, { fn: 'buckets', selector: histogram, windowSeconds, by: ['code'] }],
    [18, { fn: 'bucketRates', selector: histogram, windowSeconds, by: ['code'] }],
    [144, { fn: 'bucketRates', selector: histogram, windowSeconds, by: ['code', 'app'] }],
    [30, { fn: 'each', selector: all, windowSeconds }],
  ])('%i rows: %j', async (rows, query) => {
    expect(await compareInstant(query)).toBe(rows);
  });

  test('a range has the same points', async () => {
    const range = { startSeconds: nowSeconds - 3600, endSeconds: nowSeconds, stepSeconds: 300 };
    const query: MetricQuery = { fn: 'rate', selector: all, windowSeconds, by: ['app'] };
    const ours = evaluateRange(query, range, store);
    expectSameSeries(ours, (await prometheus.queryRange(query, range)).rows);
    expect(ours).toHaveLength(10);
  });
});

describe('selectors mean the same', () => {
  test.each(apps)('the value %j is found by itself and by a list', async (app) => {
    const by = ['app', 'code'];
    const selectors = [
      { ...all, matchers: [{ label: 'app', is: '=' as const, value: app }] },
      { ...all, matchers: [matchOneOf('app', [app, 'not there'])] },
    ];
    for (const selector of selectors) expect(await compareInstant({ fn: 'sum', selector, by })).toBe(3);
  });

  test('a list of no value matches nothing, and neither do no alternatives', async () => {
    expect(
      await compareInstant({ fn: 'sum', selector: { ...all, matchers: [matchOneOf('app', [])] }, by: [] }),
    ).toBe(0);
    expect(await compareInstant({ fn: 'rate', selector: { ...all, anyOf: [] }, windowSeconds, by: [] })).toBe(
      0,
    );
  });

  test('any selector chooses the same series', async () => {
    const value = fc.oneof(
      fc.constantFrom(...apps, ...codes, 'missing'),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    );
    const label = fc.constantFrom('app', 'code', 'absent');
    const literal: fc.Arbitrary<Matcher> = fc.record({ label, is: fc.constantFrom('=', '!='), value });
    const expressions = [
      '',
      '.*',
      '.+',
      'cart',
      'cart.*',
      '2..|5..',
      '[^a]*',
      'a.b',
      '(?:a|)',
      '\\d+',
      'two.lines',
    ];
    const pattern: fc.Arbitrary<Matcher> = fc.record({
      label,
      is: fc.constantFrom('=~', '!~'),
      // From version 3 on a dot stands for a line end, too; before, only when told so.
      value: fc.constantFrom(...expressions).map((expression) => `(?s:${expression})`),
    });
    const list = fc
      .tuple(label, fc.array(value, { maxLength: 3 }))
      .map(([name, values]) => matchOneOf(name, values));
    const matchers = fc.array(fc.oneof(literal, pattern, list), { maxLength: 3 });
    const selector = fc.record(
      { metric: fc.constant('requests_total'), matchers, anyOf: fc.array(matchers, { maxLength: 3 }) },
      { requiredKeys: ['metric', 'matchers'] },
    );
    let rows = 0;
    await fc.assert(
      fc.asyncProperty(selector, fc.subarray(['app', 'code', 'absent']), async (chosen, by) => {
        rows += await compareInstant({ fn: 'increase', selector: chosen, windowSeconds, by });
      }),
      { numRuns: 300, seed: 1 },
    );
    expect(rows).toBeGreaterThan(300);
  });
});
