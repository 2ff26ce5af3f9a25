import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRecording } from '#server/sources/recording/recording.ts';
import { growth, matching, recordedCounters, recordedNowSeconds } from '#tests/support/recorded-traffic.ts';

const metricNames = [
  'istio_requests_total',
  'istio_request_duration_milliseconds_bucket',
  'istio_request_duration_milliseconds_sum',
  'istio_request_bytes_sum',
  'istio_response_bytes_bucket',
  'istio_tcp_sent_bytes_total',
  'istio_tcp_connections_closed_total',
];
const monthSeconds = 30 * 86_400;

describe('the modelled counters', () => {
  test('two processes give the same numbers, whatever they were asked before', async () => {
    const one = await createRecording({ now: () => recordedNowSeconds * 1000 }).counters();
    const other = await createRecording({ now: () => recordedNowSeconds * 1000 + 3_600_000 }).counters();
    const times = [0, -600, -86_400, -7, 5].map((shift) => recordedNowSeconds + shift);
    for (const metric of metricNames) {
      const asked = one.series(metric).map(({ labels, valueAt }) => [labels, times.map(valueAt)]);
      const backwards = other
        .series(metric)
        .map(({ labels, valueAt }) => [labels, [...times].reverse().map(valueAt).reverse()]);
      expect(asked.length).toBeGreaterThan(5);
      expect(backwards).toEqual(asked);
    }
  });

  test('a process started on another day has seen the same requests in the same window', async () => {
    const here = await recordedCounters();
    const tomorrow = await createRecording({ now: () => (recordedNowSeconds + 86_400) * 1000 }).counters();
    const inWindow = (counters: typeof here) => growth(counters.series('istio_requests_total'), 3600);
    expect(inWindow(here)).toBeGreaterThan(10_000);
    expect(inWindow(tomorrow)).toBe(inWindow(here));
  });

  test('counters never fall, and are 0 before they begin', async () => {
    const counters = await recordedCounters();
    const series = metricNames.flatMap((metric) => counters.series(metric));
    fc.assert(
      fc.property(
        fc.nat(series.length - 1),
        fc.double({ min: 0, max: monthSeconds, noNaN: true }),
        fc.double({ min: 0, max: 7200, noNaN: true }),
        (index, ago, step) => {
          const start = recordedNowSeconds - ago;
          const [earlier, later] = [start, start + step].map((time) => series[index]?.valueAt(time) ?? -1);
          expect(later).toBeGreaterThanOrEqual(earlier ?? 0);
          expect(earlier).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 300 },
    );
    const beforeBegin = recordedNowSeconds - monthSeconds - 86_400;
    expect(series.every(({ valueAt }) => valueAt(beforeBegin) === 0)).toBe(true);
  });

  test('every series stands once', async () => {
    const counters = await recordedCounters();
    for (const metric of metricNames) {
      const keys = counters.series(metric).map(({ labels }) => JSON.stringify(Object.entries(labels).sort()));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  test('a metric that Istio does not have has no series', async () => {
    expect((await recordedCounters()).series('istio_nonsense_total')).toEqual([]);
    expect((await recordedCounters()).series('constructor')).toEqual([]);
  });

  test('buckets are cumulative, the last is the count, and the mean lies within them', async () => {
    const counters = await recordedCounters();
    const edge = {
      reporter: 'destination',
      source_workload: 'productpage-v1',
      destination_workload: 'reviews-v2',
      response_code: '200',
    };
    const buckets = matching(counters, 'istio_request_duration_milliseconds_bucket', edge);
    const byBound = buckets.map((one) => ({
      bound: Number(one.labels.le?.replace('+Inf', 'Infinity')),
      count: growth([one], 3600),
    }));
    byBound.sort((one, other) => one.bound - other.bound);
    expect(byBound.map(({ bound }) => bound)).toEqual([
      0.5,
      1,
      5,
      10,
      25,
      50,
      100,
      250,
      500,
      1000,
      2500,
      5000,
      10_000,
      30_000,
      60_000,
      300_000,
      600_000,
      1_800_000,
      3_600_000,
      Number.POSITIVE_INFINITY,
    ]);
    const counts = byBound.map(({ count }) => count);
    expect([...counts].sort((one, other) => one - other)).toEqual(counts);
    const count = growth(matching(counters, 'istio_request_duration_milliseconds_count', edge), 3600);
    expect(counts.at(-1)).toBe(count);
    const mean = growth(matching(counters, 'istio_request_duration_milliseconds_sum', edge), 3600) / count;
    expect(mean).toBeGreaterThan(30);
    expect(mean).toBeLessThan(50);
  });
});
