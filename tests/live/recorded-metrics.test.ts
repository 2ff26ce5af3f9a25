import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { CounterStore } from '#server/metrics/counter-store.ts';
import { evaluateInstant, evaluateRange } from '#server/metrics/evaluate.ts';
import type { MetricQuery } from '#server/metrics/query.ts';
import type { MetricSource } from '#server/sources/interface.ts';
import { createPrometheus } from '#server/sources/prometheus/prometheus.ts';
import { demoMetrics } from '#server/sources/recording/exposition.ts';
import { metricEntries } from '#server/sources/recording/model/metrics.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { exporterHistory } from '#tests/support/exporter-history.ts';
import { startServer } from '#tests/support/local-server.ts';
import { expectSameSamples, expectSameSeries, expectSamplesBetween } from '#tests/support/metric-rows.ts';
import { type PrometheusServer, startPrometheus } from '#tests/support/prometheus.ts';
import { waitUntil } from '#tests/support/wait-until.ts';

const identity = [
  'reporter',
  'source_workload',
  'source_workload_namespace',
  'destination_service',
  'destination_workload',
  'destination_workload_namespace',
  'request_protocol',
];
const requests = { metric: 'istio_requests_total', matchers: [] };
const duration = { metric: 'istio_request_duration_milliseconds', matchers: [] };
const sent = { metric: 'istio_tcp_sent_bytes_total', matchers: [] };

describe("the history of the demo's exporter", () => {
  const nowSeconds = Date.UTC(2026, 10, 21, 12) / 1000;
  const windowSeconds = 600;
  let store: CounterStore;
  let prometheus: PrometheusServer | undefined;
  let source: MetricSource;

  beforeAll(async () => {
    store = await createRecording({ now: () => nowSeconds * 1000 }).counters();
    const atSeconds = Array.from({ length: 31 }, (_, index) => nowSeconds - 900 + index * 30);
    prometheus = await startPrometheus({ backfill: exporterHistory(atSeconds) });
    source = createPrometheus({ url: prometheus.url, timeoutMs: 20_000 });
  });
  afterAll(() => prometheus?.stop());

  test.each<[MetricQuery['fn'], MetricQuery]>([
    ['sum', { fn: 'sum', selector: requests, by: [...identity, 'response_code', 'response_flags'] }],
    ['rate', { fn: 'rate', selector: requests, windowSeconds, by: [...identity, 'response_code'] }],
    ['increase', { fn: 'increase', selector: sent, windowSeconds, by: identity }],
    ['avg', { fn: 'avg', selector: duration, windowSeconds, by: identity }],
    ['quantile', { fn: 'quantile', quantile: 0.95, selector: duration, windowSeconds, by: identity }],
    ['buckets', { fn: 'buckets', selector: duration, windowSeconds, by: identity }],
  ])('%s gives the same rows and values as a real Prometheus', async (_fn, query) => {
    const ours = evaluateInstant(query, nowSeconds, store);
    expect(ours.length).toBeGreaterThan(5);
    expectSameSamples(ours, (await source.query(query, nowSeconds)).rows);
  });

  test('a curve has the same points', async () => {
    const query: MetricQuery = {
      fn: 'rate',
      selector: requests,
      windowSeconds: 300,
      by: ['destination_workload'],
    };
    const range = { startSeconds: nowSeconds - 600, endSeconds: nowSeconds, stepSeconds: 60 };
    const ours = evaluateRange(query, range, store);
    expect(ours.length).toBeGreaterThan(5);
    expectSameSeries(ours, (await source.queryRange(query, range)).rows);
  });
});

test("the demo's exporter is scraped whole, and its counters are those of the moment", async () => {
  const recording = createRecording({});
  const exporter = await startServer(async (response) => {
    const { body, contentType } = await demoMetrics(recording);
    response.writeHead(200, { 'content-type': contentType }).end(body);
  });
  const scraping = await startPrometheus({ targets: [`${exporter.url}/demo/metrics`] });
  try {
    await waitUntil(() => exporter.received.length >= 4, { what: 'four scrapes', withinMs: 30_000 });
    const source = createPrometheus({ url: scraping.url, timeoutMs: 20_000 });
    const store = await recording.counters();
    for (const metric of Object.keys(metricEntries)) {
      const names = new Set(store.series(metric).flatMap(({ labels }) => Object.keys(labels)));
      const query: MetricQuery = { fn: 'sum', selector: { metric, matchers: [] }, by: [...names] };
      // On a busy machine one scrape or another comes late; then the next moment is looked at.
      await vi.waitFor(
        async () => {
          const atSeconds = Math.floor(Date.now() / 1000);
          const { rows } = await source.query(query, atSeconds);
          // A scrape falls somewhere within its second, so values lie between the model's before and after it.
          const before = evaluateInstant(query, atSeconds - 3, store);
          const after = evaluateInstant(query, atSeconds + 1, store);
          expect(before.length).toBeGreaterThan(0);
          expectSamplesBetween({ before, after, real: rows.filter(({ value }) => value > 0) });
        },
        { timeout: 20_000, interval: 1000 },
      );
    }
  } finally {
    await scraping.stop();
    await exporter.stop();
  }
});
