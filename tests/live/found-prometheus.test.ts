import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { graphQuery } from '#lib/contract/graph-query.ts';
import { loadGraph } from '#server/mesh/graph/load-graph.ts';
import { createFoundMetrics } from '#server/sources/discovery/found-metrics.ts';
import type { MetricSource } from '#server/sources/interface.ts';
import { createKubernetes } from '#server/sources/kubernetes/kubernetes.ts';
import { createPrometheus } from '#server/sources/prometheus/prometheus.ts';
import { prometheusSearch } from '#server/sources/prometheus/prometheus-search.ts';
import { exporterHistory } from '#tests/support/exporter-history.ts';
import { type FaultyProxy, startFaultyProxy } from '#tests/support/faulty-proxy.ts';
import { type Kubeapi, startKubeapi, writeKubeconfig } from '#tests/support/kubeapi.ts';
import { healedWithinMs } from '#tests/support/kubernetes-objects.ts';
import { type LocalServer, startServer } from '#tests/support/local-server.ts';
import { type PrometheusServer, startPrometheus } from '#tests/support/prometheus.ts';
import { createService, deleteService } from '#tests/support/service-objects.ts';
import { waitUntil } from '#tests/support/wait-until.ts';

const nowSeconds = Math.floor(Date.now() / 1000);
const timeoutMs = 10_000;

/** Services that the API server can reach: what is behind each is set by the tests. */
const istiosOwn = { namespace: 'istio-system', name: 'prometheus', ports: [{ name: 'http', port: 9090 }] };
const charts = { namespace: 'shop', name: 'prometheus-server', ports: [{ name: 'http', port: 80 }] };
const page = { namespace: 'bookinfo', name: 'prometheus', ports: [{ name: 'http', port: 9090 }] };
const dead = { namespace: 'default', name: 'prometheus', ports: [{ name: 'http', port: 9090 }] };
const silent = {
  namespace: 'istio-system',
  name: 'prometheus-operated',
  ports: [{ name: 'http-web', port: 9090 }],
};

let prometheus: PrometheusServer;
let screen: LocalServer;
let hanging: LocalServer;
let api: Kubeapi;
let watched: FaultyProxy;
let kubernetes: ReturnType<typeof createKubernetes>;
let found: MetricSource;

beforeAll(async () => {
  const atSeconds = Array.from({ length: 11 }, (_, index) => nowSeconds - 600 + index * 60);
  prometheus = await startPrometheus({ backfill: exporterHistory(atSeconds) });
  screen = await startServer((response) => response.end('<!doctype html><title>Other software</title>'));
  hanging = await startServer(() => undefined);
});

afterAll(async () => {
  await Promise.all([prometheus?.stop(), screen?.stop(), hanging?.stop()]);
});

beforeEach(async () => {
  const ports = join(mkdtempSync(join(tmpdir(), 'vigla-ports-')), 'ports.yaml');
  const { host } = new URL(prometheus.url);
  writeFileSync(
    ports,
    JSON.stringify({
      'istio-system/prometheus:9090': host,
      'shop/prometheus-server:80': host,
      'bookinfo/prometheus:9090': new URL(screen.url).host,
      'istio-system/prometheus-operated:9090': new URL(hanging.url).host,
    }),
  );
  api = await startKubeapi({ flags: ['-forward', ports] });
  watched = await startFaultyProxy(api.url);
  kubernetes = createKubernetes({ kubeconfigPath: writeKubeconfig(watched.url) });
  found = createFoundMetrics({
    search: prometheusSearch(),
    cluster: kubernetes,
    open: (client) => createPrometheus({ timeoutMs, client }),
  });
});

afterEach(async () => {
  await kubernetes.stop();
  await watched.stop();
  await api.stop();
});

async function graphOf(metrics: MetricSource) {
  const sources = { mode: 'cluster', metrics, objects: kubernetes, now: () => nowSeconds * 1000 } as const;
  const { data, warnings } = await loadGraph(graphQuery.parse({ range: '5m' }), {
    sources,
    nowSeconds,
    signal: new AbortController().signal,
    version: '0.0.0',
  });
  return { nodes: data.nodes, edges: data.edges, warnings };
}

function addressBecomes(address: string | undefined) {
  return waitUntil(
    async () => {
      const status = await found.status();
      const isThere = status.state === (address === undefined ? 'down' : 'ok');
      return status.address === address && isThere ? status : undefined;
    },
    { what: `Prometheus is at ${address}`, withinMs: healedWithinMs },
  );
}

const isProxied = (address: string) => /\/services\/[^/]+\/proxy\//.test(address);
const servicesAsked = () => [
  ...new Set(
    watched.requests
      .filter(({ address }) => isProxied(address))
      .map(({ address }) => address.split('/proxy/')[0]),
  ),
];

test('the graph with no address of a Prometheus is the graph with one', async () => {
  await createService(api.url, istiosOwn);
  await addressBecomes('http://prometheus.istio-system:9090');
  const ours = await graphOf(found);
  const real = await graphOf(createPrometheus({ url: prometheus.url, timeoutMs }));
  console.log(
    `graph: ${ours.nodes.length} nodes, ${ours.edges.length} edges found; ${real.edges.length} set`,
  );
  expect(ours.edges.length).toBeGreaterThanOrEqual(15);
  expect(ours).toEqual(real);
  expect(await found.status()).toEqual({
    id: 'prometheus',
    state: 'ok',
    address: 'http://prometheus.istio-system:9090',
    found: "Service istio-system/prometheus (Istio's sample), through the API server",
  });
  expect(servicesAsked()).toEqual(['/api/v1/namespaces/istio-system/services/prometheus:9090']);
  expect(watched.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('without one the status says what was looked for and what to do, and nothing is asked', async () => {
  const status = await found.status();
  expect(status).toMatchObject({
    id: 'prometheus',
    state: 'down',
    fix: { words: 'Set PROMETHEUS_URL to its address.' },
  });
  expect(status.reason).toMatch(/^No Prometheus was found in the cluster: no Service has a well-known name/);
  expect(servicesAsked()).toEqual([]);
});

test('one that vanishes, comes back elsewhere and moves again is followed without a restart', async () => {
  await createService(api.url, istiosOwn);
  await addressBecomes('http://prometheus.istio-system:9090');
  const times: string[] = [];
  const timed = async (what: string, address: string | undefined) => {
    const startedMs = performance.now();
    await addressBecomes(address);
    times.push(`${what} ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
  };
  await deleteService(api.url, istiosOwn);
  await timed('gone', undefined);
  await createService(api.url, charts);
  await timed('back elsewhere', 'http://prometheus-server.shop:80');
  expect((await graphOf(found)).edges.length).toBeGreaterThanOrEqual(15);
  await deleteService(api.url, charts);
  await createService(api.url, istiosOwn);
  await timed('moved', 'http://prometheus.istio-system:9090');
  console.log(`healed: ${times.join(', ')}`);
});

test('what does not answer as a Prometheus is passed over, each with its reason', async () => {
  for (const service of [page, dead, silent, charts]) await createService(api.url, service);
  const { state, details } = await addressBecomes('http://prometheus-server.shop:80');
  expect(state).toBe('ok');
  console.log(details?.join('\n'));
  expect(details).toEqual([
    'http://prometheus-operated.istio-system:9090 was passed over: It did not answer within 2 s.',
    expect.stringMatching(
      /^http:\/\/prometheus\.bookinfo:9090 was passed over: It does not answer a query.*HTTP 200.*Other software/,
    ),
    expect.stringMatching(/^http:\/\/prometheus\.default:9090 was passed over: .*no endpoints available/),
  ]);
});
