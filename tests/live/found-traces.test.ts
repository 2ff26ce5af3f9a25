import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { tracesQuery } from '#lib/contract/traces.ts';
import { readConfig } from '#server/config.ts';
import { loadStatus } from '#server/mesh/status/load-status.ts';
import { loadTraces } from '#server/mesh/traces/load-traces.ts';
import type { LoadContext, Sources } from '#server/sources/interface.ts';
import { createSources } from '#server/sources/sources.ts';
import { type FaultyProxy, startFaultyProxy } from '#tests/support/faulty-proxy.ts';
import { type Kubeapi, startKubeapi, writeKubeconfig } from '#tests/support/kubeapi.ts';
import { healedWithinMs } from '#tests/support/kubernetes-objects.ts';
import type { LocalServer } from '#tests/support/local-server.ts';
import { createService, deleteService } from '#tests/support/service-objects.ts';
import { startTraceStore } from '#tests/support/trace-stores.ts';
import { waitUntil } from '#tests/support/wait-until.ts';

const nowSeconds = Date.UTC(2026, 10, 21, 12) / 1000;
const istiosOwn = { namespace: 'istio-system', name: 'tracing', ports: [{ name: 'http-query', port: 80 }] };
const tempos = { namespace: 'observability', name: 'tempo', ports: [{ name: 'http', port: 3200 }] };

let jaeger: LocalServer;
let tempo: LocalServer;
let api: Kubeapi;
let watched: FaultyProxy;

beforeAll(async () => {
  [jaeger, tempo] = await Promise.all([startTraceStore('jaegerWithSummaries'), startTraceStore('tempo')]);
});
afterAll(() => Promise.all([jaeger?.stop(), tempo?.stop()]));

beforeEach(async () => {
  const ports = join(mkdtempSync(join(tmpdir(), 'vigla-ports-')), 'ports.yaml');
  const places = {
    'istio-system/tracing:80': new URL(jaeger.url).host,
    'observability/tempo:3200': new URL(tempo.url).host,
  };
  writeFileSync(ports, JSON.stringify(places));
  api = await startKubeapi({ flags: ['-forward', ports] });
  watched = await startFaultyProxy(api.url);
});
afterEach(async () => {
  await watched.stop();
  await api.stop();
});

function sourcesWith(settings: Record<string, string> = {}): Sources {
  return createSources(readConfig({ KUBECONFIG: writeKubeconfig(watched.url), ...settings }));
}

function contextOf(sources: Sources): LoadContext {
  return { sources, nowSeconds, signal: new AbortController().signal, version: '0.0.0' };
}

function statusWhere(sources: Sources, part: { state: string; address?: string }) {
  return waitUntil(
    async () => {
      const { data } = await loadStatus({}, contextOf(sources));
      const status = data.sources.find(({ id }) => id === 'traces');
      return status?.state === part.state && status.address === part.address ? status : undefined;
    },
    { what: `traces are ${part.state} at ${part.address}`, withinMs: healedWithinMs },
  );
}

const proxied = () => watched.requests.filter(({ address }) => /\/services\/[^/]+\/proxy\//.test(address));

test('a cluster without a trace store is no fault: the list is empty and says so, until there is one', async () => {
  const sources = sourcesWith();
  const query = tracesQuery.parse({ service: 'reviews.bookinfo' });
  const { data, warnings } = await loadTraces(query, contextOf(sources));
  expect(data.traces).toEqual([]);
  expect(warnings.map(({ message }) => message)).toEqual([
    expect.stringMatching(
      /^No store of traces was found in the cluster: .*tempo-query-frontend\. Set TRACING_URL/,
    ),
  ]);
  expect(await statusWhere(sources, { state: 'absent' })).toMatchObject({
    fix: { words: 'Set TRACING_URL to its address.' },
  });
  expect(proxied()).toEqual([]);

  await createService(api.url, istiosOwn);
  expect(
    await statusWhere(sources, { state: 'ok', address: 'http://tracing.istio-system:80' }),
  ).toMatchObject({
    found: "Service istio-system/tracing (Istio's sample), through the API server",
    details: [
      'Jaeger (API v3)',
      expect.stringMatching(/^http:\/\/tracing\.istio-system:80\/jaeger was passed over/),
    ],
  });
  const found = await loadTraces(query, contextOf(sources));
  const set = await loadTraces(query, contextOf(sourcesWith({ TRACING_URL: jaeger.url })));
  console.log(`traces: ${found.data.traces.length} found, ${set.data.traces.length} set`);
  expect(found.data.traces.length).toBeGreaterThan(10);
  expect(found.data.traces).toEqual(set.data.traces);
});

test('when Jaeger goes and Tempo comes, that is asked without a restart', async () => {
  await createService(api.url, istiosOwn);
  const sources = sourcesWith();
  await statusWhere(sources, { state: 'ok', address: 'http://tracing.istio-system:80' });
  await deleteService(api.url, istiosOwn);
  await createService(api.url, tempos);
  const { details } = await statusWhere(sources, { state: 'ok', address: 'http://tempo.observability:3200' });
  expect(details?.[0]).toMatch(/Tempo/);
});

test('where addresses are set no Service is asked, whatever is there', async () => {
  await createService(api.url, istiosOwn);
  await createService(api.url, { ...istiosOwn, name: 'prometheus', ports: [{ name: 'http', port: 9090 }] });
  const sources = sourcesWith({ TRACING_URL: jaeger.url, PROMETHEUS_URL: 'http://127.0.0.1:9' });
  const status = await statusWhere(sources, { state: 'ok', address: jaeger.url });
  expect(status.found).toBe('set by TRACING_URL');
  const snapshot = await sources.objects.snapshot();
  expect(snapshot.objects.Service.map(({ metadata }) => metadata.name)).toContain('prometheus');
  const { data } = await loadStatus({}, contextOf(sources));
  expect(data.sources[0]).toMatchObject({ id: 'prometheus', state: 'down', found: 'set by PROMETHEUS_URL' });
  expect(proxied()).toEqual([]);
});
