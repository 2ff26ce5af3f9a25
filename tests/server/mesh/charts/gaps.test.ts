import { describe, expect, test } from 'vitest';
import { chartsQuery } from '#lib/contract/charts.ts';
import { loadCharts } from '#server/mesh/charts/load-charts.ts';
import type { MetricQuery, Sample, Series, TimeRange } from '#server/metrics/query.ts';
import { graphContext } from '#tests/support/graph-context.ts';
import { requests, workload } from '#tests/support/telemetry.ts';

const { labels } = requests({
  reporter: 'destination',
  from: workload('shop/web-v1'),
  to: workload('shop/cart-v1'),
  service: 'shop/cart',
  value: 1,
});

/** A store whose buckets and counters are told point by point; `bucket` gives a value by bound and place. */
async function durationOf(
  bucket: ((le: string, place: number) => number) | undefined,
  rate: (place: number) => number = () => 1,
) {
  const points = ({ startSeconds, endSeconds, stepSeconds }: TimeRange, told: (place: number) => number) =>
    Array.from(
      { length: (endSeconds - startSeconds) / stepSeconds + 1 },
      (_, place) => [startSeconds + place * stepSeconds, told(place)] as const,
    );
  const context = graphContext({
    query: async (query: MetricQuery) => {
      const rows: Sample[] = query.selector.metric === 'istio_requests_total' ? [{ labels, value: 60 }] : [];
      return { rows, warnings: [] };
    },
    queryRange: async (query, range) => {
      const rows: Series[] =
        query.fn !== 'bucketRates'
          ? [{ labels, points: points(range, rate) }]
          : bucket === undefined
            ? []
            : ['10', '20', '+Inf'].map((le) => ({
                labels: { ...labels, le },
                points: points(range, (place) => bucket(le, place)),
              }));
      return { rows, warnings: [] };
    },
  });
  const query = { namespace: 'shop', name: 'cart-v1', charts: 'duration,requests', statistics: 'p50' };
  const { data } = await loadCharts('workload')(chartsQuery.parse(query), context);
  return data;
}

describe('what is no number is a gap, and the chart says so', () => {
  test('an empty histogram has no quantile, while its requests are drawn', async () => {
    const { charts } = await durationOf(() => 0);
    const [volume, duration] = charts;
    expect(duration).toMatchObject({
      id: 'duration',
      lines: [],
      empty: 'No request ended in this time range: an empty histogram has no mean and no quantile.',
    });
    expect(volume?.lines[0]?.overall).toBe(1);
  });

  test('a histogram that is empty at times has gaps there, never 0', async () => {
    const { charts, grid } = await durationOf((le, place) => (place < 5 ? 0 : le === '10' ? 0 : 2));
    const [line] = charts[1]?.lines ?? [];
    expect(line?.points.slice(0, 5)).toEqual([null, null, null, null, null]);
    expect(line?.points.slice(5)).toEqual(Array.from({ length: grid.count - 5 }, () => 15));
    expect(charts[1]?.notes).toEqual([
      `5 of ${grid.count} points are gaps: no request ended there, and an empty histogram has no quantile.`,
    ]);
  });

  test('NaN and infinite answers of the store are gaps', async () => {
    const values = [1, Number.NaN, Number.POSITIVE_INFINITY, 2];
    const { charts } = await durationOf(
      () => Number.NaN,
      (place) => values[place] ?? 2,
    );
    expect(charts[0]?.lines[0]?.points.slice(0, 4)).toEqual([1, null, null, 2]);
    expect(charts[1]?.lines).toEqual([]);
  });

  test('a histogram that the store does not have is named', async () => {
    const { charts } = await durationOf(undefined);
    expect(charts[1]?.empty).toMatch(/^The store has no istio_request_duration_milliseconds of this traffic/);
  });
});
