import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '#lib/contract/graph.ts';
import { graphQuery, graphSeriesQuery } from '#lib/contract/graph-query.ts';
import type { GraphSeries } from '#lib/contract/graph-series.ts';
import { loadGraph } from '#server/mesh/graph/load-graph.ts';
import { loadGraphSeries } from '#server/mesh/graph/load-graph-series.ts';
import type { LoadContext, MetricSource } from '#server/sources/interface.ts';
import { createPrometheus } from '#server/sources/prometheus/prometheus.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { differences } from '#tests/support/differences.ts';
import { exporterHistory } from '#tests/support/exporter-history.ts';
import { type PrometheusServer, startPrometheus } from '#tests/support/prometheus.ts';

// Within the hourly incident or without it makes no difference here: both interpreters see the same traffic.
const nowSeconds = Date.UTC(2026, 10, 21, 12) / 1000;
const recording = createRecording({ now: () => nowSeconds * 1000 });

let prometheus: PrometheusServer | undefined;
let metrics: MetricSource;

beforeAll(async () => {
  const atSeconds = Array.from({ length: 66 }, (_, index) => nowSeconds - 1950 + index * 30);
  prometheus = await startPrometheus({ backfill: exporterHistory(atSeconds) });
  metrics = createPrometheus({ url: prometheus.url, timeoutMs: 20_000 });
});
afterAll(() => prometheus?.stop());

function contextOf(source: MetricSource): LoadContext {
  return {
    sources: { ...recording, metrics: source },
    nowSeconds,
    signal: new AbortController().signal,
    version: '0.0.0',
  };
}

async function graphFrom(source: MetricSource, parameters: Record<string, string>): Promise<Graph> {
  const { data, warnings } = await loadGraph(graphQuery.parse(parameters), contextOf(source));
  expect(warnings).toEqual([]);
  return data;
}

async function curvesFrom(source: MetricSource, parameters: Record<string, string>): Promise<GraphSeries> {
  const { data, warnings } = await loadGraphSeries(graphSeriesQuery.parse(parameters), contextOf(source));
  expect(warnings).toEqual([]);
  return data;
}

test.each<[number, Record<string, string>]>([
  [20, {}],
  [20, { type: 'workload', include: 'latency,throughput,messages', tcp: 'total' }],
  [15, { type: 'app', serviceNodes: 'false', include: 'latency' }],
  [15, { type: 'service', operations: 'true' }],
  [10, { namespaces: 'shop,legacy', serviceNodes: 'true', idle: 'true', foldRoutes: 'false' }],
  [5, { namespaces: 'bookinfo', range: '5m', tcp: 'received', include: 'throughput' }],
])('at least %i edges, and the same graph from both sources: %j', async (edges, parameters) => {
  const ours = await graphFrom(recording.metrics, parameters);
  const real = await graphFrom(metrics, parameters);
  expect(ours.edges.length).toBeGreaterThanOrEqual(edges);
  expect(differences(ours, real)).toEqual([]);
});

test('each edge has the same curves from both sources', async () => {
  const { edges } = await graphFrom(recording.metrics, {});
  // A step of 30 s, as the scrapes: between two scrapes Prometheus can only guess.
  const range = '29m30s';
  let drawn = 0;
  for (const { id } of edges) {
    const ours = await curvesFrom(recording.metrics, { edge: id, range });
    expect(differences(ours, await curvesFrom(metrics, { edge: id, range }), id)).toEqual([]);
    if (ours.points.some((point) => Object.keys(point).length > 1)) drawn++;
  }
  expect(drawn).toBeGreaterThanOrEqual(20);
});

test('the comparison tells the graphs of two moments apart', async () => {
  const now = await graphFrom(recording.metrics, {});
  const before = await graphFrom(recording.metrics, { at: new Date((nowSeconds - 30) * 1000).toISOString() });
  expect(differences(now.edges, before.edges).length).toBeGreaterThan(20);
});
