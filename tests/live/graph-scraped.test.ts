import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph, GraphEdge } from '#lib/contract/graph.ts';
import { graphQuery } from '#lib/contract/graph-query.ts';
import { loadGraph } from '#server/mesh/graph/load-graph.ts';
import type { MetricSource } from '#server/sources/interface.ts';
import { createPrometheus } from '#server/sources/prometheus/prometheus.ts';
import { demoMetrics } from '#server/sources/recording/exposition.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { type LocalServer, startServer } from '#tests/support/local-server.ts';
import { type PrometheusServer, startPrometheus } from '#tests/support/prometheus.ts';
import { waitUntil } from '#tests/support/wait-until.ts';

// What no history written by a test can show: real scrapes, each at its own moment, while the traffic goes on.
const scrapes = 120;
const windowSeconds = 60;
const looks = 3;
/** Below it, one request more or less at the edges of the window is a large part of all. */
const enoughRequests = 5;

const recording = createRecording({});
let exporter: LocalServer | undefined;
let prometheus: PrometheusServer | undefined;
let ours: Graph;
let real: Graph;

beforeAll(async () => {
  const server = await startServer(async (response) => {
    const { body, contentType } = await demoMetrics(recording);
    response.writeHead(200, { 'content-type': contentType }).end(body);
  });
  exporter = server;
  prometheus = await startPrometheus({ targets: [`${server.url}/demo/metrics`], scrapeIntervalSeconds: 1 });
  const metrics = createPrometheus({ url: prometheus.url, timeoutMs: 20_000 });
  // A scrape that a busy machine lost leaves a hole in one window; a window after it must agree.
  for (let look = 0; look < looks; look += 1) {
    const enough = scrapes + look * windowSeconds;
    await waitUntil(() => server.received.length >= enough, {
      what: `${enough} scrapes`,
      withinMs: 200_000,
    });
    const nowSeconds = Math.floor(Date.now() / 1000);
    ours = await graphFrom(recording.metrics, nowSeconds);
    real = await graphFrom(metrics, nowSeconds);
    if (apart().length === 0) return;
  }
}, 400_000);

afterAll(async () => {
  await prometheus?.stop();
  await exporter?.stop();
});

async function graphFrom(metrics: MetricSource, nowSeconds: number): Promise<Graph> {
  const { data, warnings } = await loadGraph(graphQuery.parse({ range: `${windowSeconds}s` }), {
    sources: { ...recording, metrics },
    nowSeconds,
    signal: new AbortController().signal,
    version: '0.0.0',
  });
  expect(warnings).toEqual([]);
  return data;
}

function countOf(edge: GraphEdge): number {
  return edge.requestCount ?? (edge.connectionsOpenedPerSecond ?? 0) * windowSeconds;
}

function busyEdges({ edges }: Graph): GraphEdge[] {
  return edges.filter((edge) => countOf(edge) >= enoughRequests);
}

/** Each busy edge of one graph with the same edge of the other. */
function pairs(graph: Graph, other: Graph): { id: string; edge: GraphEdge; twin: GraphEdge | undefined }[] {
  const twins = new Map(other.edges.map((edge) => [edge.id, edge]));
  return busyEdges(graph).map((edge) => ({ id: edge.id, edge, twin: twins.get(edge.id) }));
}

test('each edge and node with enough traffic in one graph is in the other', () => {
  expect(busyEdges(ours).length).toBeGreaterThanOrEqual(15);
  expect(busyEdges(ours).some(({ protocol }) => protocol === 'tcp')).toBe(true);
  expect(pairs(ours, real).filter(({ twin }) => twin === undefined)).toEqual([]);
  expect(pairs(real, ours).filter(({ twin }) => twin === undefined)).toEqual([]);
  const ends = new Set(busyEdges(ours).flatMap(({ source, target }) => [source, target]));
  const known = new Set(real.nodes.map(({ id }) => id));
  expect([...ends].filter((id) => !known.has(id))).toEqual([]);
});

/** Edges whose counts differ by more than 5 % and two requests. */
function apart() {
  return pairs(ours, real).filter(({ edge, twin }) => {
    const count = countOf(edge);
    return Math.abs(count - (twin === undefined ? 0 : countOf(twin))) > Math.max(0.05 * count, 2);
  });
}

test('rates agree within 5 % or two requests', () => {
  expect(
    apart().map(({ id, edge, twin }) => ({ id, ours: countOf(edge), real: twin && countOf(twin) })),
  ).toEqual([]);
});

test.each(['errorShare', 'clientErrorShare', 'mtlsShare', 'splitShare'] as const)(
  '%s agrees within two points or two requests',
  (share) => {
    const found = pairs(ours, real).map(({ id, edge, twin }) => ({
      id,
      ours: edge[share],
      real: twin?.[share],
      within: Math.max(0.02, 2 / countOf(edge)),
    }));
    expect(found.filter((one) => one.ours !== undefined).length).toBeGreaterThan(0);
    expect(
      found.filter((one) => {
        if (one.ours === undefined || one.real === undefined) return one.ours !== one.real;
        return Math.abs(one.ours - one.real) > one.within;
      }),
    ).toEqual([]);
  },
);
