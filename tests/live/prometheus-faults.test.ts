import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '#lib/contract/graph.ts';
import { graphQuery } from '#lib/contract/graph-query.ts';
import { loadGraph } from '#server/mesh/graph/load-graph.ts';
import type { MetricSource } from '#server/sources/interface.ts';
import { createPrometheus } from '#server/sources/prometheus/prometheus.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { exporterHistory } from '#tests/support/exporter-history.ts';
import { type Fault, startFaultyProxy } from '#tests/support/faulty-proxy.ts';
import { startServer } from '#tests/support/local-server.ts';
import { type PrometheusServer, startPrometheus } from '#tests/support/prometheus.ts';

const nowSeconds = Date.UTC(2026, 10, 21, 12) / 1000;
const recording = createRecording({ now: () => nowSeconds * 1000 });
let prometheus: PrometheusServer | undefined;
let prometheusUrl: string;

beforeAll(async () => {
  const atSeconds = Array.from({ length: 11 }, (_, index) => nowSeconds - 600 + index * 60);
  prometheus = await startPrometheus({ backfill: exporterHistory(atSeconds) });
  prometheusUrl = prometheus.url;
});
afterAll(() => prometheus?.stop());

function loadFrom(metrics: MetricSource) {
  return loadGraph(graphQuery.parse({}), {
    sources: { ...recording, metrics },
    nowSeconds,
    signal: new AbortController().signal,
    version: '0.0.0',
  });
}

function protocolsOf({ edges }: Graph): string[] {
  return [...new Set(edges.map(({ protocol }) => protocol))].sort();
}

describe('while the whole store is away', () => {
  test.each<[string, string, Fault]>([
    ['never answers', 'source_timeout', { kind: 'drop' }],
    ['is too slow', 'source_timeout', { kind: 'delay', ms: 2000 }],
    ['cuts connections', 'source_unreachable', { kind: 'cut' }],
    ['answers 500', 'source_failed', { kind: 'status', status: 500 }],
    ['stands behind a gateway that answers 503', 'source_unreachable', { kind: 'status', status: 503 }],
    ['answers with a page of something else', 'source_failed', { kind: 'garbage' }],
  ])('one that %s is %s, and its return needs no restart', async (_what, code, fault) => {
    const proxy = await startFaultyProxy(prometheusUrl);
    try {
      const metrics = createPrometheus({ url: proxy.url, timeoutMs: 1500 });
      proxy.setFault(fault);
      await expect(loadFrom(metrics)).rejects.toMatchObject({
        code,
        message: expect.stringContaining('Prometheus'),
      });
      proxy.setFault(undefined);
      const { data, warnings } = await loadFrom(metrics);
      expect(protocolsOf(data)).toEqual(['http', 'tcp']);
      expect(warnings).toEqual([]);
    } finally {
      await proxy.stop();
    }
  });
});

test('when some queries fail the rest is drawn, and a warning names each part that is missing', async () => {
  const gateway = await startServer(async (response, { path, form }) => {
    if (form.get('query')?.includes('istio_tcp_')) return response.writeHead(500).end('shard 3 is away');
    const answer = await fetch(`${prometheusUrl}${path}`, { method: 'POST', body: form });
    return response.writeHead(answer.status).end(await answer.text());
  });
  try {
    const { data, warnings } = await loadFrom(createPrometheus({ url: gateway.url, timeoutMs: 5000 }));
    expect(protocolsOf(data)).toEqual(['http']);
    expect(warnings.length).toBeGreaterThan(0);
    for (const { source, message } of warnings) {
      expect(source).toBe('prometheus');
      expect(message).toMatch(/^The graph lacks .*TCP.*shard 3 is away/);
    }
  } finally {
    await gateway.stop();
  }
});
