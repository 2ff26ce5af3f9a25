import { afterAll, beforeAll, expect, test } from 'vitest';
import { appliedConfigQuery } from '#lib/contract/applied-config.ts';
import { routingQuery } from '#lib/contract/routing.ts';
import { type Traffic, trafficQuery } from '#lib/contract/traffic.ts';
import { loadWorkloadConfig } from '#server/mesh/config/load-applied-config.ts';
import { loadRouting } from '#server/mesh/routing/load-routing.ts';
import { loadTraffic } from '#server/mesh/traffic/load-traffic.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { createKubernetes } from '#server/sources/kubernetes/kubernetes.ts';
import { createPrometheus } from '#server/sources/prometheus/prometheus.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { differences } from '#tests/support/differences.ts';
import { exporterHistory } from '#tests/support/exporter-history.ts';
import { type Kubeapi, startKubeapi } from '#tests/support/kubeapi.ts';
import { type PrometheusServer, startPrometheus } from '#tests/support/prometheus.ts';

const nowSeconds = Date.UTC(2026, 10, 21, 12) / 1000;
const recording = createRecording({ now: () => nowSeconds * 1000 });
const recorded: LoadContext = {
  sources: recording,
  nowSeconds,
  signal: new AbortController().signal,
  version: '0.0.0',
};

let api: Kubeapi;
let prometheus: PrometheusServer;
let objects: ReturnType<typeof createKubernetes>;
let live: LoadContext;

beforeAll(async () => {
  const atSeconds = Array.from({ length: 66 }, (_, index) => nowSeconds - 1950 + index * 30);
  [api, prometheus] = await Promise.all([
    startKubeapi(),
    startPrometheus({ backfill: exporterHistory(atSeconds) }),
  ]);
  objects = createKubernetes({ kubeconfigPath: api.kubeconfig });
  const metrics = createPrometheus({ url: prometheus.url, timeoutMs: 20_000 });
  const sources = { mode: 'cluster' as const, metrics, objects, now: () => nowSeconds * 1000 };
  live = { ...recorded, sources };
});
afterAll(async () => {
  await objects.stop();
  await Promise.all([api.stop(), prometheus.stop()]);
});

const loaders = {
  workload: loadTraffic('workload'),
  service: loadTraffic('service'),
  application: loadTraffic('application'),
};

/** Words of the age of objects are left out: the recording moves its times to now. */
function comparable({ window: _window, ...traffic }: Traffic) {
  return traffic;
}

test.each<[keyof typeof loaders, string, string, number]>([
  ['workload', 'shop', 'wordpress-v1', 9],
  ['workload', 'external', 'crawler', 5],
  ['service', 'shop', 'catalog', 5],
  ['service', 'external', 'api', 1],
  ['application', 'bookinfo', 'reviews', 2],
])(
  'a %s %s/%s has the same %i or more peers live as in the recording',
  async (kind, namespace, name, least) => {
    const query = trafficQuery.parse({ namespace, name });
    const ours = await loaders[kind](query, recorded);
    const real = await loaders[kind](query, live);
    expect(real.warnings).toEqual([]);
    expect(ours.data.inbound.length + ours.data.outbound.length).toBeGreaterThanOrEqual(least);
    expect(differences(comparable(ours.data), comparable(real.data))).toEqual([]);
  },
);

test('requests to every service go the same way live as in the recording', async () => {
  const snapshot = await recording.objects.snapshot();
  let compared = 0;
  for (const { metadata } of [...snapshot.objects.Service, ...snapshot.objects.ServiceEntry]) {
    const query = routingQuery.parse({ namespace: metadata.namespace, name: metadata.name });
    const real = await loadRouting(query, live);
    expect(real.warnings).toEqual([]);
    expect(real.data).toEqual((await loadRouting(query, recorded)).data);
    compared += 1;
  }
  expect(compared).toBeGreaterThan(25);
});

test('the same objects apply to every workload live as in the recording, and say the same', async () => {
  const snapshot = await recording.objects.snapshot();
  let compared = 0;
  for (const { metadata } of snapshot.objects.Deployment) {
    const query = appliedConfigQuery.parse({ namespace: metadata.namespace, name: metadata.name });
    const [ours, real] = [await loadWorkloadConfig(query, recorded), await loadWorkloadConfig(query, live)];
    expect(real.warnings).toEqual([]);
    const said = ({ items }: typeof ours.data) =>
      items.map(({ object, scope, why, says }) => ({ object, scope, why, says }));
    expect(said(real.data)).toEqual(said(ours.data));
    compared += real.data.items.length;
  }
  expect(compared).toBeGreaterThan(100);
});
