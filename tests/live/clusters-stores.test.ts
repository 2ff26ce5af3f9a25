import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import type { MetricQuery, Sample } from '#server/metrics/query.ts';
import type { MetricSource } from '#server/sources/interface.ts';
import { createMesh } from '#server/sources/sources.ts';
import { differences } from '#tests/support/differences.ts';
import { type Kubeapi, startKubeapi } from '#tests/support/kubeapi.ts';
import { type PrometheusServer, startPrometheus } from '#tests/support/prometheus.ts';
import { historyOf, homeName, writeContexts } from '#tests/support/two-clusters.ts';
import { waitUntil } from '#tests/support/wait-until.ts';

// One store that knows both clusters must be told by two stores of which each knows its own.
const nowSeconds = Math.floor(Date.now() / 1000);
const scrapes = Array.from({ length: 12 }, (_, index) => nowSeconds - 660 + index * 60);

let home: Kubeapi;
let west: Kubeapi;
let stores: Record<'both' | 'home' | 'west', PrometheusServer>;
let merged: MetricSource;
let one: MetricSource;

beforeAll(async () => {
  [home, west] = await Promise.all([startKubeapi(), startKubeapi()]);
  const storeOf = (...clusters: string[]) => startPrometheus({ backfill: historyOf(clusters, scrapes) });
  stores = {
    both: await storeOf(homeName, 'west'),
    home: await storeOf(homeName),
    west: await storeOf('west'),
  };
  const shared = { KUBECONFIG: writeContexts({ home, west }), KUBE_CONTEXTS: 'west=west' };
  one = createMesh(readConfig({ ...shared, PROMETHEUS_URL: stores.both.url })).home.metrics;
  merged = createMesh(
    readConfig({
      ...shared,
      PROMETHEUS_SCOPE: 'cluster',
      PROMETHEUS_URL: stores.home.url,
      PROMETHEUS_URLS: `west=${stores.west.url}`,
    }),
  ).home.metrics;
}, 240_000);
afterAll(() => Promise.all([home, west, ...Object.values(stores)].map((server) => server.stop())));

const requests = { metric: 'istio_requests_total', matchers: [] };
const durations = { metric: 'istio_request_duration_milliseconds', matchers: [] };
const windowSeconds = 300;
const queries: [string, MetricQuery][] = [
  ['rate', { fn: 'rate', selector: requests, windowSeconds, by: ['destination_workload', 'response_code'] }],
  ['increase', { fn: 'increase', selector: requests, windowSeconds, by: ['source_cluster', 'reporter'] }],
  ['sum', { fn: 'sum', selector: requests, by: ['destination_service'] }],
  [
    'quantile',
    { fn: 'quantile', quantile: 0.95, selector: durations, windowSeconds, by: ['destination_workload'] },
  ],
  [
    'avg',
    { fn: 'avg', selector: durations, windowSeconds, by: ['destination_workload', 'destination_cluster'] },
  ],
  ['buckets', { fn: 'buckets', selector: durations, windowSeconds, by: ['destination_workload'] }],
  ['each', { fn: 'each', selector: requests, windowSeconds }],
];

const byLabels = (rows: readonly Sample[]) =>
  Object.fromEntries(rows.map(({ labels, value }) => [JSON.stringify(Object.entries(labels).sort()), value]));

test.each(queries)('%s of two stores is that of one', async (_, query) => {
  const [ours, real] = await Promise.all([merged.query(query, nowSeconds), one.query(query, nowSeconds)]);
  expect(real.rows.length).toBeGreaterThan(3);
  expect(differences(byLabels(ours.rows), byLabels(real.rows))).toEqual([]);
  expect(ours.warnings).toEqual([]);
});

test.each(queries.filter(([name]) => name !== 'each'))('%s over time, too', async (_, query) => {
  const range = { startSeconds: nowSeconds - 300, endSeconds: nowSeconds, stepSeconds: 30 };
  const [ours, real] = await Promise.all([merged.queryRange(query, range), one.queryRange(query, range)]);
  const curves = ({ rows }: typeof ours) =>
    Object.fromEntries(
      rows.map(({ labels, points }) => [
        JSON.stringify(Object.entries(labels).sort()),
        // A store writes a point that came of no request as NaN, or leaves it out.
        Object.fromEntries(points.filter(([, value]) => !Number.isNaN(value))),
      ]),
    );
  expect(real.rows.length).toBeGreaterThan(3);
  expect(differences(curves(ours), curves(real))).toEqual([]);
});

test('a store that is away takes nothing from the others, and is named', async () => {
  const [, rate] = queries[0] ?? [];
  if (rate === undefined) throw new Error('no query');
  const whole = await merged.query(rate, nowSeconds - 60);
  await stores.west.stop();
  const { rows, warnings } = await merged.query(rate, nowSeconds - 90);
  console.log(`${whole.rows.length} rows of both, ${rows.length} of home alone: ${warnings.join()}`);
  expect(rows.length).toBeGreaterThan(10);
  expect(warnings).toEqual([
    expect.stringMatching(/^What cluster west measured is missing: Prometheus could not be reached/),
  ]);
  const status = await merged.status();
  expect(status).toMatchObject({ state: 'degraded', reason: expect.stringContaining('Cluster west: ') });
  await stores.home.stop();
  await expect(merged.query(rate, nowSeconds - 120)).rejects.toMatchObject({ code: 'source_unreachable' });
  await waitUntil(async () => (await merged.status()).state === 'down', {
    what: 'both stores are told to be down',
    withinMs: 30_000,
  });
}, 60_000);
