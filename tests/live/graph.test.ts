import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '#lib/contract/graph.ts';
import { graphQuery } from '#lib/contract/graph-query.ts';
import { loadGraph } from '#server/mesh/graph/load-graph.ts';
import type { LoadContext, MetricSource } from '#server/sources/interface.ts';
import { createPrometheus } from '#server/sources/prometheus/prometheus.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { exporterHistory } from '#tests/support/exporter-history.ts';
import { type PrometheusServer, startPrometheus } from '#tests/support/prometheus.ts';

// Within the hourly incident or without it makes no difference here: both interpreters see the same traffic.
const nowSeconds = Date.UTC(2026, 10, 21, 12) / 1000;
const recording = createRecording({ now: () => nowSeconds * 1000 });

let prometheus: PrometheusServer | undefined;
let metrics: MetricSource;

beforeAll(async () => {
  const atSeconds = Array.from({ length: 31 }, (_, index) => nowSeconds - 900 + index * 30);
  prometheus = await startPrometheus({ backfill: exporterHistory(atSeconds) });
  metrics = createPrometheus({ url: prometheus.url, timeoutMs: 20_000 });
});
afterAll(() => prometheus?.stop());

async function graphFrom(source: MetricSource, parameters: Record<string, string>): Promise<Graph> {
  const context: LoadContext = {
    sources: { ...recording, metrics: source },
    nowSeconds,
    signal: new AbortController().signal,
    version: '0.0.0',
  };
  const { data, warnings } = await loadGraph(graphQuery.parse(parameters), context);
  expect(warnings).toEqual([]);
  return data;
}

/** The same graph but for the last digits of sums that were added in another order. */
function rounded(graph: Graph): unknown {
  const text = JSON.stringify(graph, (_key, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(6)) : value,
  );
  return JSON.parse(text);
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
  expect(rounded(real)).toEqual(rounded(ours));
});
