import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { targetQuery } from '#lib/contract/details.ts';
import { inventoryQuery } from '#lib/contract/inventory.ts';
import { loadApplication, loadService, loadWorkload } from '#server/mesh/details/load-details.ts';
import { loadApplications, loadServices, loadWorkloads } from '#server/mesh/inventory/load-lists.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { createIstiod } from '#server/sources/istiod/istiod.ts';
import { createKubernetes } from '#server/sources/kubernetes/kubernetes.ts';
import { createPrometheus } from '#server/sources/prometheus/prometheus.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { differences } from '#tests/support/differences.ts';
import { exporterHistory } from '#tests/support/exporter-history.ts';
import { type Kubeapi, startKubeapi } from '#tests/support/kubeapi.ts';
import { type PrometheusServer, startPrometheus } from '#tests/support/prometheus.ts';

const nowSeconds = Date.UTC(2026, 10, 21, 12) / 1000;
const recording = createRecording({ now: () => nowSeconds * 1000 });

let prometheus: PrometheusServer | undefined;
let api: Kubeapi | undefined;
let kubernetes: ReturnType<typeof createKubernetes> | undefined;
let live: LoadContext;
const recorded = contextOf({});

function contextOf(sources: Partial<LoadContext['sources']>): LoadContext {
  return {
    sources: { ...recording, ...sources },
    nowSeconds,
    signal: new AbortController().signal,
    version: '0.0.0',
  };
}

beforeAll(async () => {
  const atSeconds = Array.from({ length: 66 }, (_, index) => nowSeconds - 1950 + index * 30);
  [prometheus, api] = await Promise.all([
    startPrometheus({ backfill: exporterHistory(atSeconds) }),
    startKubeapi(),
  ]);
  kubernetes = createKubernetes({ kubeconfigPath: api.kubeconfig });
  const metrics = createPrometheus({ url: prometheus.url, timeoutMs: 20_000 });
  const istiod = createIstiod({
    forwardPort: kubernetes.forwardPort,
    objects: kubernetes,
    timeoutMs: 10_000,
    limitBytes: 64_000_000,
  });
  live = contextOf({ metrics, objects: kubernetes, istiod });
});

afterAll(async () => {
  await kubernetes?.stop();
  await api?.stop();
  await prometheus?.stop();
});

/** The recording moves the times of its objects to now; the API server keeps them as they were. */
function timeless(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, field) => (key === 'createdAt' ? undefined : field)));
}

const lists = { workloads: loadWorkloads, services: loadServices, applications: loadApplications };
const details = { workload: loadWorkload, service: loadService, application: loadApplication };

describe.each(Object.entries(lists))('the list of %s', (_, load) => {
  test.each([{}, { namespaces: 'shop,legacy', range: '5m' }])(
    'is that of the recording: %j',
    async (query) => {
      const [ours, real] = await Promise.all([
        load(inventoryQuery.parse({ ...query, include: 'latency' }), recorded),
        load(inventoryQuery.parse({ ...query, include: 'latency' }), live),
      ]);
      expect(real.warnings).toEqual([]);
      const busy = ours.data.items.filter(({ figures }) => figures.requestsPerSecond !== undefined);
      expect(busy.length).toBeGreaterThan(4);
      expect(differences(timeless(ours.data), timeless(real.data))).toEqual([]);
    },
  );
});

/** The recording lays a proxy that stands still over what the replayed istiod says; nothing else may differ. */
const standsStill = ['CDS', 'LDS', 'RDS'].map((type) => ({
  path: `/podList/0/sync/${type}`,
  ours: 'STALE',
  real: 'SYNCED',
}));

test.each([
  ['workload', 'bookinfo/reviews-v3'],
  ['workload', 'shop/checkout'],
  ['workload', 'istio-system/istio-ingressgateway'],
  ['workload', 'legacy/batch'],
  ['service', 'bookinfo/reviews'],
  ['service', 'shop/catalog-v1'],
  ['service', 'external/api'],
  ['application', 'shop/catalog'],
] as const)('the details of %s %s are those of the recording', async (kind, path) => {
  const [namespace, name] = path.split('/');
  const query = targetQuery.parse({ namespace, name, range: '10m' });
  const [ours, real] = await Promise.all([details[kind](query, recorded), details[kind](query, live)]);
  expect(real.warnings).toEqual(ours.warnings);
  const expected = path === 'shop/checkout' ? standsStill : [];
  expect(differences(timeless(ours.data), timeless(real.data))).toEqual(expected);
});

test('every proxy has the sync states live that it has in the recording', async () => {
  const { Deployment } = (await recording.objects.snapshot()).objects;
  const count = { states: 0, unlike: 0 };
  for (const { metadata } of Deployment) {
    const query = targetQuery.parse({ namespace: metadata.namespace, name: metadata.name });
    const [ours, real] = await Promise.all([loadWorkload(query, recorded), loadWorkload(query, live)]);
    for (const [index, { sync = {} }] of ours.data.podList.entries())
      for (const [type, state] of Object.entries(sync)) {
        count.states += 1;
        if (real.data.podList[index]?.sync?.[type] !== state) count.unlike += 1;
      }
  }
  console.info(count);
  expect(count.states).toBeGreaterThan(100);
  expect(count.unlike).toBe(standsStill.length);
});
