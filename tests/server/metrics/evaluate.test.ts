import { describe, expect, test } from 'vitest';
import { evaluateInstant, evaluateRange } from '#server/metrics/evaluate.ts';
import type { Matcher, MetricQuery } from '#server/metrics/query.ts';
import { steadyCounters } from '#tests/support/counters.ts';

const requests = steadyCounters({
  requests: [
    { labels: { app: 'b', code: '200' }, perSecond: 2 },
    { labels: { app: 'a', code: '200' }, perSecond: 1 },
    { labels: { app: 'a', code: '503' }, perSecond: 0.5 },
    { labels: { code: '404' }, perSecond: 0.25 },
  ],
});

function rate(matchers: Matcher[], by: string[] = ['app']): MetricQuery {
  return { fn: 'rate', selector: { metric: 'requests', matchers }, windowSeconds: 60, by };
}

describe('instant answers', () => {
  test('rates are per second, summed by label, sorted, and an absent label stays absent', () => {
    expect(evaluateInstant(rate([]), 1000, requests)).toEqual([
      { labels: {}, value: 0.25 },
      { labels: { app: 'a' }, value: 1.5 },
      { labels: { app: 'b' }, value: 2 },
    ]);
  });

  test('an increase is the count over the window', () => {
    const query: MetricQuery = {
      fn: 'increase',
      selector: { metric: 'requests', matchers: [] },
      windowSeconds: 60,
      by: [],
    };
    expect(evaluateInstant(query, 1000, requests)).toEqual([{ labels: {}, value: 3.75 * 60 }]);
  });

  test('a sum is the raw value at the time', () => {
    const query: MetricQuery = { fn: 'sum', selector: { metric: 'requests', matchers: [] }, by: ['code'] };
    expect(evaluateInstant(query, 100, requests)).toEqual([
      { labels: { code: '200' }, value: 300 },
      { labels: { code: '404' }, value: 25 },
      { labels: { code: '503' }, value: 50 },
    ]);
  });

  test.each<[Matcher, number]>([
    [{ label: 'app', is: '=', value: 'a' }, 1.5],
    [{ label: 'app', is: '!=', value: 'a' }, 2.25],
    [{ label: 'app', is: '=', value: '' }, 0.25],
    [{ label: 'app', is: '!=', value: '' }, 3.5],
    [{ label: 'code', is: '=~', value: '2..|404' }, 3.25],
    [{ label: 'code', is: '=~', value: '2' }, 0],
    [{ label: 'code', is: '!~', value: '2.*' }, 0.75],
    [{ label: 'app', is: '=~', value: 'a|' }, 1.75],
    [{ label: 'app', is: '!~', value: '.+' }, 0.25],
  ])('the matcher %j keeps %f requests a second', (matcher, perSecond) => {
    const total = evaluateInstant(rate([matcher], []), 1000, requests)[0]?.value ?? 0;
    expect(total).toBeCloseTo(perSecond, 9);
  });

  test('a series that meets several alternatives counts once, and no alternative means no series', () => {
    const total = (anyOf: Matcher[][]) => {
      const query: MetricQuery = { fn: 'sum', selector: { metric: 'requests', matchers: [], anyOf }, by: [] };
      return evaluateInstant(query, 100, requests).map(({ value }) => value);
    };
    const ok: Matcher = { label: 'code', is: '=', value: '200' };
    const inApp: Matcher = { label: 'app', is: '=', value: 'a' };
    expect(total([[ok], [inApp]])).toEqual([350]);
    expect(total([[ok, inApp]])).toEqual([100]);
    expect(total([])).toEqual([]);
  });

  test('a regular expression that does not compile is named', () => {
    expect(() => evaluateInstant(rate([{ label: 'app', is: '=~', value: '(' }]), 1000, requests)).toThrow(
      /regular expression "\("/,
    );
  });

  test('a counter that has begun but did not grow is a row of 0, one that has not begun is none', () => {
    const store = {
      series: () => [
        { labels: { app: 'ended' }, valueAt: () => 7 },
        { labels: { app: 'future' }, valueAt: () => 0 },
      ],
    };
    expect(evaluateInstant(rate([]), 1000, store)).toEqual([{ labels: { app: 'ended' }, value: 0 }]);
  });

  test('each series answers for itself, with all of its labels', () => {
    const query: MetricQuery = {
      fn: 'each',
      selector: { metric: 'requests', matchers: [{ label: 'app', is: '=', value: 'a' }] },
      windowSeconds: 60,
    };
    expect(evaluateInstant(query, 1000, requests)).toEqual([
      { labels: { app: 'a', code: '200' }, value: 60 },
      { labels: { app: 'a', code: '503' }, value: 30 },
    ]);
  });

  test('a metric that the store does not know has no rows', () => {
    expect(evaluateInstant(rate([]), 1000, steadyCounters({}))).toEqual([]);
  });
});

describe('histograms', () => {
  const durations = steadyCounters({
    duration_bucket: [
      { labels: { app: 'a', le: '10' }, perSecond: 0 },
      { labels: { app: 'a', le: '20' }, perSecond: 5 },
      { labels: { app: 'a', le: '+Inf' }, perSecond: 10 },
      { labels: { app: 'idle', le: '10' }, perSecond: 0 },
      { labels: { app: 'idle', le: '+Inf' }, perSecond: 0 },
    ],
    duration_sum: [
      { labels: { app: 'a' }, perSecond: 300 },
      { labels: { app: 'idle' }, perSecond: 0 },
    ],
    duration_count: [
      { labels: { app: 'a' }, perSecond: 10 },
      { labels: { app: 'idle' }, perSecond: 0 },
    ],
  });
  const selector = { metric: 'duration', matchers: [] };

  test('a quantile interpolates inside its bucket and leaves an idle histogram out', () => {
    const query: MetricQuery = { fn: 'quantile', quantile: 0.25, selector, windowSeconds: 60, by: ['app'] };
    expect(evaluateInstant(query, 1000, durations)).toEqual([{ labels: { app: 'a' }, value: 15 }]);
  });

  test('buckets are increases with their bound, without the empty ones', () => {
    const query: MetricQuery = { fn: 'buckets', selector, windowSeconds: 60, by: ['app'] };
    expect(evaluateInstant(query, 1000, durations)).toEqual([
      { labels: { app: 'a', le: '+Inf' }, value: 600 },
      { labels: { app: 'a', le: '20' }, value: 300 },
    ]);
  });

  test('bucket rates keep empty buckets, but for a histogram that has not begun', () => {
    const query: MetricQuery = { fn: 'bucketRates', selector, windowSeconds: 60, by: ['app'] };
    expect(evaluateInstant(query, 1000, durations)).toEqual([
      { labels: { app: 'a', le: '+Inf' }, value: 10 },
      { labels: { app: 'a', le: '10' }, value: 0 },
      { labels: { app: 'a', le: '20' }, value: 5 },
    ]);
  });

  test('an average is sum over count, and nothing where nothing was counted', () => {
    const query: MetricQuery = { fn: 'avg', selector, windowSeconds: 60, by: ['app'] };
    expect(evaluateInstant(query, 1000, durations)).toEqual([{ labels: { app: 'a' }, value: 30 }]);
  });
});

describe('ranges', () => {
  const late = steadyCounters({
    requests: [
      { labels: { app: 'old' }, perSecond: 1 },
      { labels: { app: 'new' }, perSecond: 1, fromSeconds: 1030 },
      { labels: { app: 'never' }, perSecond: 1, fromSeconds: 9999 },
    ],
  });

  test('both ends are answered, gaps are left out, and a series without a point is no row', () => {
    const range = { startSeconds: 1000, endSeconds: 1120, stepSeconds: 60 };
    expect(evaluateRange(rate([]), range, late)).toEqual([
      {
        labels: { app: 'new' },
        points: [
          [1060, 0.5],
          [1120, 1],
        ],
      },
      {
        labels: { app: 'old' },
        points: [
          [1000, 1],
          [1060, 1],
          [1120, 1],
        ],
      },
    ]);
  });

  test.each([
    { startSeconds: 0, endSeconds: 100, stepSeconds: 0 },
    { startSeconds: 100, endSeconds: 0, stepSeconds: 10 },
    { startSeconds: 0, endSeconds: 20_000, stepSeconds: 1 },
    { startSeconds: Number.NaN, endSeconds: 100, stepSeconds: 10 },
  ])('the range %j is refused as Prometheus would', (range) => {
    expect(() => evaluateRange(rate([]), range, late)).toThrow(/cannot be answered/);
  });
});
