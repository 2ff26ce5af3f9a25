import { beforeAll, describe, expect, test } from 'vitest';
import { type NamespaceItem, namespacesQuery, namespacesSchema } from '#lib/contract/namespaces.ts';
import { loadNamespaces } from '#server/mesh/inventory/load-namespaces.ts';
import type { LoadContext, MetricSource, ObjectsSnapshot, Sources } from '#server/sources/interface.ts';
import { recordedMetricSource } from '#server/sources/recording/recorded-metrics.ts';
import { type SteadyCounter, steadyCounters } from '#tests/support/counters.ts';
import { recordedSnapshot } from '#tests/support/recorded-snapshot.ts';
import { nobody, requests, workload } from '#tests/support/telemetry.ts';

const endSeconds = 1_795_226_520;
const [ingress, productpage] = [
  workload('istio-system/istio-ingressgateway'),
  workload('bookinfo/productpage-v1'),
];
const [crawler, beta] = [workload('external/crawler'), workload('broken/beta')];

/** A counter with the labels of one series. `value` is requests per second. */
function counter(traffic: Parameters<typeof requests>[0]): SteadyCounter {
  return { labels: requests(traffic).labels, perSecond: traffic.value, fromSeconds: endSeconds - 86_400 };
}

const both = (traffic: Omit<Parameters<typeof requests>[0], 'reporter'>) => [
  counter({ ...traffic, reporter: 'source' }),
  counter({ ...traffic, reporter: 'destination' }),
];

const toProductpage = { from: ingress, to: productpage, service: 'bookinfo/productpage' };
const counters = [
  ...both({ ...toProductpage, value: 9.9 }),
  counter({
    ...toProductpage,
    to: { ...nobody, cluster: 'Kubernetes' },
    reporter: 'source',
    code: '503',
    flags: 'UH',
    value: 0.1,
  }),
  counter({ from: nobody, to: crawler, service: 'external/crawler', reporter: 'destination', value: 2 }),
  counter({
    from: beta,
    to: nobody,
    service: 'broken/alpha',
    reporter: 'source',
    code: '503',
    flags: 'NC',
    value: 0.5,
  }),
];
const metrics = recordedMetricSource(async () => steadyCounters({ istio_requests_total: counters }));
const dead: MetricSource = {
  query: () => Promise.reject(new Error('connection refused')),
  queryRange: () => Promise.reject(new Error('connection refused')),
  status: async () => ({ id: 'prometheus', state: 'down' }),
};

let snapshot: ObjectsSnapshot;
beforeAll(async () => {
  snapshot = await recordedSnapshot();
});

function contextOf(
  source: MetricSource,
  snapshotOf: () => Promise<ObjectsSnapshot> = async () => snapshot,
): LoadContext {
  const objects: Sources['objects'] = {
    snapshot: snapshotOf,
    status: async () => ({ id: 'kubernetes', state: 'ok' }),
  };
  const sources: Sources = { mode: 'demo', metrics: source, objects, now: () => endSeconds * 1000 };
  return { sources, nowSeconds: endSeconds, signal: new AbortController().signal, version: 'test' };
}

async function load(context: LoadContext, query: Record<string, string> = {}) {
  const { data, warnings } = await loadNamespaces(namespacesQuery.parse(query), context);
  const item = (name: string): Partial<NamespaceItem> => data.items.find((one) => one.name === name) ?? {};
  return { data, warnings, item };
}

test('every namespace is listed by name, in the shape of the contract', async () => {
  const { data, warnings } = await load(contextOf(metrics), { include: 'series' });
  expect(data.items.map(({ name }) => name).join(' ')).toBe(
    'bookinfo broken default external istio-system kube-system legacy observability shop',
  );
  expect(namespacesSchema.parse(data)).toEqual(data);
  expect(warnings).toEqual([]);
});

test('requests that both proxies report are counted once, with those that only one of them saw', async () => {
  const { item } = await load(contextOf(metrics));
  expect(item('bookinfo').requestsPerSecond).toBeCloseTo(10, 6);
  expect(item('bookinfo').errorShare).toBeCloseTo(0.01, 6);
  expect(item('external').requestsPerSecond).toBeCloseTo(2, 6);
  expect(item('external').errorShare).toBe(0);
  expect(item('shop')).toMatchObject({ requestsPerSecond: 0 });
  expect(item('shop').errorShare).toBeUndefined();
});

test('a namespace is as bad as the worst thing in it, which the reason names', async () => {
  const { item } = await load(contextOf(metrics));
  expect(item('broken').health?.status).toBe('failing');
  expect(item('broken').health?.reasons.map(({ text }) => text)).toContain(
    '100 % of requests to alpha fail: 503 NC',
  );
  expect(item('bookinfo').health?.status).toBe('degraded');
  expect(item('bookinfo').health?.reasons.map(({ text }) => text)).toContain(
    '1 % of requests to productpage fail: 503 UH',
  );
  expect(item('external').health).toEqual({ status: 'healthy', reasons: [] });
  expect(item('legacy').health).toEqual({ status: 'idle', reasons: [] });
});

test('workloads are counted by health, those outside the mesh apart', async () => {
  const { item } = await load(contextOf(metrics));
  expect(item('bookinfo').workloads).toEqual({
    total: 9,
    healthy: 1,
    degraded: 0,
    failing: 0,
    idle: 8,
    unknown: 0,
    outOfMesh: 0,
  });
  expect(item('shop').workloads).toEqual({
    total: 11,
    healthy: 0,
    degraded: 0,
    failing: 0,
    idle: 10,
    unknown: 0,
    outOfMesh: 1,
  });
  expect(item('legacy').workloads).toEqual({
    total: 1,
    healthy: 0,
    degraded: 0,
    failing: 0,
    idle: 0,
    unknown: 0,
    outOfMesh: 1,
  });
});

describe.each<[string, Partial<NamespaceItem>]>([
  [
    'bookinfo',
    {
      inMesh: 'sidecar',
      revision: 'default',
      isSystem: false,
      mtls: { mode: 'STRICT', setBy: { kind: 'PeerAuthentication', namespace: 'bookinfo', name: 'default' } },
    },
  ],
  [
    'shop',
    {
      inMesh: 'sidecar',
      mtls: { mode: 'MIXED', setBy: { kind: 'PeerAuthentication', namespace: 'shop', name: 'mysql-port' } },
    },
  ],
  [
    'external',
    {
      inMesh: 'sidecar',
      mtls: {
        mode: 'PERMISSIVE',
        setBy: { kind: 'PeerAuthentication', namespace: 'istio-system', name: 'default' },
      },
    },
  ],
  ['legacy', { inMesh: 'none', isSystem: false }],
  ['istio-system', { inMesh: 'none', isSystem: true }],
  ['kube-system', { inMesh: 'none', isSystem: true }],
])('namespace %s', (name, expected) => {
  test('says its part in the mesh and its mutual TLS', async () => {
    const { item } = await load(contextOf(metrics));
    expect(item(name)).toMatchObject(expected);
    if (expected.mtls === undefined) expect(item(name).mtls).toBeUndefined();
  });
});

test('series have at most 60 points, oldest first, with callers that only the receiver knows', async () => {
  const { item } = await load(contextOf(metrics), { include: 'series', range: '6h' });
  const series = item('external').series ?? [];
  expect(series.length).toBeGreaterThan(50);
  expect(series.length).toBeLessThanOrEqual(60);
  expect(series.at(-1)?.[0]).toBe(endSeconds);
  expect(series[0]?.[0]).toBeLessThan(series[1]?.[0] ?? 0);
  expect(series.at(-1)?.[1]).toBeCloseTo(2, 6);
  expect(item('bookinfo').series?.at(-1)?.[1]).toBeCloseTo(10, 6);
  expect(item('bookinfo').series?.at(-1)?.[2]).toBeCloseTo(0.1, 6);
  expect(item('legacy').series).toEqual([]);
});

test('the number of queries does not depend on the number of namespaces', async () => {
  let count = 0;
  const counting: MetricSource = {
    ...metrics,
    query: (...asked) => {
      count += 1;
      return metrics.query(...asked);
    },
    queryRange: (...asked) => {
      count += 1;
      return metrics.queryRange(...asked);
    },
  };
  await load(contextOf(counting), { include: 'series' });
  expect(count).toBe(5);
});

test('without metrics nothing is called healthy, rates are absent, and a warning says so', async () => {
  const { item, warnings } = await load(contextOf(dead), { include: 'series' });
  expect(item('bookinfo').health).toEqual({ status: 'unknown', reasons: [] });
  expect(item('bookinfo').workloads).toMatchObject({ healthy: 0, unknown: 9 });
  expect(item('bookinfo').requestsPerSecond).toBeUndefined();
  expect(item('bookinfo').series).toBeUndefined();
  expect(warnings.map(({ code, source }) => `${source} ${code}`)).toContain('prometheus metrics_missing');
  expect(warnings[0]?.message).toBe(
    'Rates and health of namespaces lack HTTP and gRPC traffic: connection refused',
  );
});

test('a failing range query costs the series alone', async () => {
  const { item, warnings } = await load(contextOf({ ...metrics, queryRange: dead.queryRange }), {
    include: 'series',
  });
  expect(item('bookinfo').requestsPerSecond).toBeCloseTo(10, 6);
  expect(item('bookinfo').series).toBeUndefined();
  expect(warnings.map(({ message }) => message)).toEqual([
    'Namespaces lack their traffic over time: connection refused',
  ]);
});

test('without objects the namespaces with traffic are listed, and a warning says so', async () => {
  const { data, warnings } = await load(contextOf(metrics, () => Promise.reject(new Error('forbidden'))));
  expect(data.items.map(({ name }) => name)).toEqual(['bookinfo', 'broken', 'external', 'istio-system']);
  expect(warnings[0]).toMatchObject({ code: 'objects_missing', source: 'kubernetes' });
  expect(namespacesSchema.parse(data)).toEqual(data);
});

test('without anything the reason is thrown', async () => {
  const nothing = contextOf(dead, () => Promise.reject(new Error('forbidden')));
  await expect(load(nothing)).rejects.toThrow('forbidden');
});
