import { describe, expect, test } from 'vitest';
import { type Charts, chartsQuery } from '#lib/contract/charts.ts';
import { loadCharts } from '#server/mesh/charts/load-charts.ts';
import { evaluateInstant, evaluateRange } from '#server/metrics/evaluate.ts';
import { histogramQuantile } from '#server/metrics/histogram-quantile.ts';
import { steadyCounters } from '#tests/support/counters.ts';
import { graphContext } from '#tests/support/graph-context.ts';
import { requests, workload } from '#tests/support/telemetry.ts';

// Fourteen callers of cart, the n-th with n requests a second; every caller has its own response times.
const callers = Array.from({ length: 14 }, (_, index) => index + 1);
const bounds = ['5', '10', '25', '+Inf'];
const labelsOf = (caller: number) =>
  requests({
    reporter: 'destination',
    from: workload(`shop/caller-${caller}`),
    to: workload('shop/cart'),
    service: 'shop/cart',
    value: caller,
  }).labels;
const fastShare = (caller: number) => caller / 20;
const bucket = (caller: number, place: number) => caller * ([0, fastShare(caller), 1, 1][place] ?? 1);

const store = steadyCounters({
  istio_requests_total: callers.map((caller) => ({ labels: labelsOf(caller), perSecond: caller })),
  istio_request_duration_milliseconds_bucket: callers.flatMap((caller) =>
    bounds.map((le, place) => ({ labels: { ...labelsOf(caller), le }, perSecond: bucket(caller, place) })),
  ),
  istio_request_duration_milliseconds_sum: callers.map((caller) => ({
    labels: labelsOf(caller),
    perSecond: caller * 12,
  })),
});
const asked: string[] = [];
const context = graphContext({
  query: async (query, at) => {
    asked.push(query.fn);
    return { rows: evaluateInstant(query, at, store), warnings: [] };
  },
  queryRange: async (query, range) => {
    asked.push(query.fn);
    return { rows: evaluateRange(query, range, store), warnings: [] };
  },
});

async function load(parameters: Record<string, string>): Promise<Charts> {
  asked.length = 0;
  const target = { namespace: 'shop', name: 'cart', range: '10m' };
  const { data } = await loadCharts('workload')(chartsQuery.parse({ ...target, ...parameters }), context);
  return data;
}

const linesOf = (data: Charts, id: string) => data.charts.find((chart) => chart.id === id)?.lines ?? [];

describe('more groups than lines', () => {
  test('the ten busiest have a line each, the others one together, and it is said', async () => {
    const data = await load({ groupBy: 'source_workload', charts: 'requests' });
    expect(data.groups.map(({ values }) => values[0] ?? 'rest')).toEqual([
      ...callers.slice(4).map((caller) => `caller-${caller}`),
      'rest',
    ]);
    expect(data.groupsNote).toBe('14 groups: the 10 busiest by themselves, the others summed up.');
    expect(linesOf(data, 'requests').at(-1)?.overall).toBeCloseTo(1 + 2 + 3 + 4, 6);
  });

  test('all lines together are the total at every point', async () => {
    const grouped = linesOf(await load({ groupBy: 'source_workload', charts: 'requests' }), 'requests');
    const [whole] = linesOf(await load({ charts: 'requests' }), 'requests');
    for (const [index, total] of (whole?.points ?? []).entries()) {
      const sum = grouped.reduce((all, { points }) => all + (points[index] ?? 0), 0);
      expect(sum).toBeCloseTo(total ?? Number.NaN, 4);
    }
    expect(whole?.overall).toBeCloseTo(105, 4);
  });

  test('a quantile of the others is that of their summed buckets', async () => {
    const data = await load({ groupBy: 'source_workload', charts: 'duration', statistics: 'p50,p99' });
    const rest = linesOf(data, 'duration').filter(({ group }) => group === 'rest');
    const summed = bounds.map((le, place) => ({
      upperBound: Number(le.replace('+Inf', 'Infinity')),
      count: [1, 2, 3, 4].reduce((sum, caller) => sum + bucket(caller, place), 0),
    }));
    expect(rest.map(({ statistic, overall }) => [statistic, overall])).toEqual([
      ['p50', Number(histogramQuantile(0.5, summed).toPrecision(7))],
      ['p99', Number(histogramQuantile(0.99, summed).toPrecision(7))],
    ]);
  });

  test('the others cost one query more for each measure, however many they are', async () => {
    await load({ groupBy: 'source_workload', charts: 'requests,duration' });
    expect(asked.sort()).toEqual(['bucketRates', 'bucketRates', 'each', 'each', 'rate', 'rate']);
    await load({ charts: 'requests,duration' });
    expect(asked.sort()).toEqual(['bucketRates', 'each', 'each', 'rate']);
  });
});

test('several labels make one group of each combination', async () => {
  const data = await load({ groupBy: 'response_code,source_workload', charts: 'requests' });
  expect(data.groups[0]?.values).toEqual(['200', 'caller-5']);
});

test('a label that no series has is one group without a value', async () => {
  const data = await load({ groupBy: 'colour', charts: 'requests' });
  expect(data.groups).toEqual([{ id: '', values: [''], isRest: false }]);
});

test('a mean is the sum of a histogram over its count', async () => {
  const [line] = linesOf(await load({ charts: 'duration', statistics: 'mean' }), 'duration');
  expect(line).toMatchObject({ statistic: 'mean', overall: 12 });
});

test('labels are those of the series, each with the number of its values', async () => {
  const { labels } = await load({ charts: 'requests' });
  expect(labels.find(({ name }) => name === 'source_workload')).toEqual({
    name: 'source_workload',
    values: 14,
    example: 'caller-1',
  });
  expect(labels.map(({ name }) => name)).not.toContain('reporter');
});
