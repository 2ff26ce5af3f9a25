import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dashboardsQuery } from '#lib/contract/dashboards.ts';
import { readConfig } from '#server/config.ts';
import { loadDashboards } from '#server/mesh/dashboards/load-dashboards.ts';
import { loadStatus } from '#server/mesh/status/load-status.ts';
import type { LoadContext, Sources } from '#server/sources/interface.ts';
import { createSources } from '#server/sources/sources.ts';
import { type FaultyProxy, startFaultyProxy } from '#tests/support/faulty-proxy.ts';
import { type Kubeapi, startKubeapi, writeKubeconfig } from '#tests/support/kubeapi.ts';
import { healedWithinMs } from '#tests/support/kubernetes-objects.ts';
import { type LocalServer, startServer } from '#tests/support/local-server.ts';
import { startGrafana } from '#tests/support/made-grafana.ts';
import { createService, deleteService } from '#tests/support/service-objects.ts';
import { waitUntil } from '#tests/support/wait-until.ts';

const nowSeconds = Date.UTC(2026, 10, 21, 12) / 1000;
const istiosOwn = { namespace: 'istio-system', name: 'grafana', ports: [{ name: 'service', port: 3000 }] };
const ofTheChart = {
  namespace: 'monitoring',
  name: 'kube-prometheus-stack-grafana',
  ports: [{ name: 'http-web', port: 80 }],
};
const page = { namespace: 'shop', name: 'grafana', ports: [{ name: 'http', port: 80 }] };

let grafana: LocalServer;
let locked: LocalServer;
let screen: LocalServer;
let api: Kubeapi;
let watched: FaultyProxy;

beforeEach(async () => {
  grafana = await startGrafana();
  locked = await startGrafana({ token: 'viewer' });
  screen = await startServer((response) => response.end('<!doctype html><title>Drawings</title>'));
  const ports = join(mkdtempSync(join(tmpdir(), 'vigla-ports-')), 'ports.yaml');
  const places = {
    'istio-system/grafana:3000': new URL(grafana.url).host,
    'monitoring/kube-prometheus-stack-grafana:80': new URL(locked.url).host,
    'shop/grafana:80': new URL(screen.url).host,
  };
  writeFileSync(ports, JSON.stringify(places));
  api = await startKubeapi({ flags: ['-forward', ports] });
  watched = await startFaultyProxy(api.url);
});
afterEach(async () => {
  await watched.stop();
  await Promise.all([api.stop(), grafana.stop(), locked.stop(), screen.stop()]);
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
      const status = data.sources.find(({ id }) => id === 'grafana');
      return status?.state === part.state && status.address === part.address ? status : undefined;
    },
    { what: `Grafana is ${part.state} at ${part.address}`, withinMs: healedWithinMs },
  );
}

const workload = dashboardsQuery.parse({ of: 'workload', namespace: 'bookinfo', name: 'reviews-v2' });
const externalUrl = 'https://grafana.example';

test('a cluster without a Grafana is no fault, and has no links, until there is one', async () => {
  const sources = sourcesWith({ GRAFANA_EXTERNAL_URL: externalUrl });
  const without = sourcesWith();
  expect(await statusWhere(without, { state: 'absent' })).toMatchObject({
    reason: expect.stringMatching(/^No Grafana was found in the cluster: no Service has a well-known name/),
    fix: { words: 'Set GRAFANA_URL to its address.' },
  });
  expect(await loadDashboards(workload, contextOf(without))).toEqual({ data: { links: [] }, warnings: [] });

  await createService(api.url, istiosOwn);
  const status = await statusWhere(sources, { state: 'ok', address: 'http://grafana.istio-system:3000' });
  expect(status).toMatchObject({
    found: "Service istio-system/grafana (Istio's sample), through the API server",
    details: expect.arrayContaining(['Grafana 11.3.1', 'workload: Istio Workload Dashboard (workloads-uid)']),
  });
  expect(status.fix).toBeUndefined();
  const { data } = await loadDashboards(workload, contextOf(sources));
  expect(data.links.map(({ url }) => url)).toEqual([
    `https://grafana.example/d/workloads-uid?var-namespace=bookinfo&var-workload=reviews-v2&from=${(nowSeconds - 600) * 1000}&to=${nowSeconds * 1000}`,
  ]);
  expect(watched.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('what nobody can reach in a browser has no links, and the status has the port-forward for a laptop', async () => {
  await createService(api.url, istiosOwn);
  const sources = sourcesWith();
  const status = await statusWhere(sources, { state: 'ok', address: 'http://grafana.istio-system:3000' });
  expect(status.fix).toEqual({
    words: expect.stringMatching(
      /^Set GRAFANA_EXTERNAL_URL to where people reach it .* On a laptop it is http:\/\/localhost:3001 while this runs:$/,
    ),
    command: 'kubectl -n istio-system port-forward service/grafana 3001:3000',
  });
  expect(await loadDashboards(workload, contextOf(sources))).toEqual({ data: { links: [] }, warnings: [] });
});

test('one that wants credentials is not in use, or degraded where people wait for it, and says what to set', async () => {
  await createService(api.url, ofTheChart);
  const address = 'http://kube-prometheus-stack-grafana.monitoring:80';
  const fix = { words: expect.stringMatching(/^Set GRAFANA_URL to its address and GRAFANA_BEARER_TOKEN/) };
  const quiet = await statusWhere(sourcesWith(), { state: 'absent', address });
  expect(quiet).toMatchObject({ fix, reason: expect.stringContaining('HTTP 401') });
  const wanted = sourcesWith({ GRAFANA_EXTERNAL_URL: externalUrl, GRAFANA_BEARER_TOKEN: 'viewer' });
  expect(await statusWhere(wanted, { state: 'degraded', address })).toMatchObject({ fix });
  const { data, warnings } = await loadDashboards(workload, contextOf(wanted));
  expect(data.links).toEqual([]);
  expect(warnings.map(({ code }) => code)).toEqual(['no_dashboards']);
  // The token is for a Grafana that is named, and for no Service that only looks like one.
  expect(locked.received.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
});

test('what is no Grafana is passed over with its reason; one that comes and goes is seen', async () => {
  await createService(api.url, page);
  const sources = sourcesWith({ GRAFANA_EXTERNAL_URL: externalUrl });
  const status = await statusWhere(sources, { state: 'down' });
  expect(status.reason).toMatch(/http:\/\/grafana\.shop:80 was passed over: .*not JSON; it begins with/);

  await createService(api.url, istiosOwn);
  await statusWhere(sources, { state: 'ok', address: 'http://grafana.istio-system:3000' });
  await deleteService(api.url, istiosOwn);
  await createService(api.url, ofTheChart);
  await statusWhere(sources, {
    state: 'degraded',
    address: 'http://kube-prometheus-stack-grafana.monitoring:80',
  });
});

test('where its address is set no Service is asked', async () => {
  await createService(api.url, istiosOwn);
  const sources = sourcesWith({
    GRAFANA_URL: locked.url,
    GRAFANA_BEARER_TOKEN: 'viewer',
    GRAFANA_EXTERNAL_URL: externalUrl,
  });
  const status = await statusWhere(sources, { state: 'ok', address: locked.url });
  expect(status.found).toBe('set by GRAFANA_URL');
  expect((await loadDashboards(workload, contextOf(sources))).data.links).toHaveLength(1);
  expect(watched.requests.filter(({ address }) => /grafana.*\/proxy\//.test(address))).toEqual([]);
});
