import { beforeAll, describe, expect, test } from 'vitest';
import {
  applicationsSchema,
  inventoryQuery,
  servicesSchema,
  workloadsSchema,
} from '#lib/contract/inventory.ts';
import { loadApplications, loadServices, loadWorkloads } from '#server/mesh/inventory/load-lists.ts';
import type { LoadContext, ObjectsSnapshot } from '#server/sources/interface.ts';
import { graphContext } from '#tests/support/graph-context.ts';
import { recordedSnapshot } from '#tests/support/recorded-snapshot.ts';
import { counter, durations, seenByBothSides, steadyContext } from '#tests/support/steady-context.ts';
import { nobody, workload } from '#tests/support/telemetry.ts';

const [ingress, productpage] = [
  workload('istio-system/istio-ingressgateway'),
  workload('bookinfo/productpage-v1'),
];
const reviews = workload('bookinfo/reviews-v2');
const toProductpage = { from: ingress, to: productpage, service: 'bookinfo/productpage' };
const toReviews = { from: productpage, to: reviews, service: 'bookinfo/reviews' };
const counters = {
  istio_requests_total: [
    ...seenByBothSides({ ...toProductpage, value: 9.9 }),
    counter({ ...toProductpage, to: nobody, reporter: 'source', code: '503', flags: 'UH', value: 0.1 }),
    ...seenByBothSides({ ...toReviews, value: 1 }),
    ...seenByBothSides({ ...toReviews, code: '500', value: 1 }),
    ...seenByBothSides({
      from: productpage,
      to: workload('bookinfo/gone-v1'),
      service: 'bookinfo/gone',
      value: 2,
    }),
  ],
  istio_request_duration_milliseconds_bucket: durations(
    { ...toReviews, reporter: 'destination', value: 2 },
    1000,
  ),
};

let snapshot: ObjectsSnapshot;
let context: LoadContext;
beforeAll(async () => {
  snapshot = await recordedSnapshot();
  context = steadyContext(counters, snapshot);
});

const bookinfo = inventoryQuery.parse({ namespaces: 'bookinfo', include: 'latency' });
const everything = inventoryQuery.parse({ include: 'latency' });

test('the lists have the shapes of the contract and no warnings', async () => {
  const [workloads, services, applications] = await Promise.all([
    loadWorkloads(everything, context),
    loadServices(everything, context),
    loadApplications(everything, context),
  ]);
  expect(workloadsSchema.parse(workloads.data)).toEqual(workloads.data);
  expect(servicesSchema.parse(services.data)).toEqual(services.data);
  expect(applicationsSchema.parse(applications.data)).toEqual(applications.data);
  expect([workloads, services, applications].flatMap(({ warnings }) => warnings)).toEqual([]);
  expect([workloads, services, applications].map(({ data }) => data.items.length)).toEqual([31, 39, 26]);
});

async function workloadNamed(name: string, from = context) {
  const { data } = await loadWorkloads(bookinfo, from);
  const found = data.items.find((item) => item.name === name);
  if (found === undefined) throw new Error(`${name} is not listed`);
  return found;
}

test('a workload says its rate, its share of errors and its response time as its callers meet it', async () => {
  const { figures, health } = await workloadNamed('reviews-v2');
  expect(figures).toMatchObject({ requestsPerSecond: 2, errorShare: 0.5 });
  expect(figures.p95Ms).toBeGreaterThan(500);
  expect(figures.p95Ms).toBeLessThanOrEqual(1000);
  expect(health.status).toBe('failing');
  expect(health.reasons[0]?.text).toBe('50 % of requests to reviews-v2 fail: 500');
  expect(health.reasons[0]?.evidence[0]?.kind).toBe('series');
});

test('a workload without traffic has no figures, not zeros', async () => {
  const { figures, health } = await workloadNamed('reviews-v1');
  expect(figures).toEqual({});
  expect(health).toEqual({ status: 'idle', reasons: [] });
});

test('a workload says what it is, why it is in the mesh and what configures it', async () => {
  const item = await workloadNamed('reviews-v2');
  expect(item).toMatchObject({ kind: 'Deployment', app: 'reviews', versions: ['v2'], services: ['reviews'] });
  expect(item.pods).toEqual({ ready: 1, total: 1 });
  expect(item.inMesh.mode).toBe('sidecar');
  expect(item.inMesh.why.evidence.map(({ text }) => text)).toContain(
    'Namespace bookinfo: label istio-injection=enabled',
  );
  expect(item.objects.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'AuthorizationPolicy reviews-dry-run',
    'AuthorizationPolicy reviews-viewer',
    'DestinationRule reviews',
    'PeerAuthentication default',
    'VirtualService reviews',
  ]);
});

test('what only telemetry knows is listed, and said so', async () => {
  const gone = await workloadNamed('gone-v1');
  expect(gone).toMatchObject({ kind: 'unknown', figures: { requestsPerSecond: 2 }, app: 'gone' });
  expect(gone.inMesh.why.text).toContain('no object of this name is in the cluster now');
  const { data } = await loadServices(bookinfo, context);
  expect(data.items.find(({ name }) => name === 'gone')).toMatchObject({ type: 'unknown', workloads: [] });
  const { data: apps } = await loadApplications(bookinfo, context);
  expect(apps.items.find(({ name }) => name === 'gone')?.inMesh.mode).toBe('unknown');
});

describe('services', () => {
  const service = async (path: string) => {
    const { data } = await loadServices(everything, context);
    return data.items.find(({ namespace, name }) => `${namespace}/${name}` === path);
  };

  test('count what never arrived', async () => {
    expect((await service('bookinfo/productpage'))?.figures).toMatchObject({
      requestsPerSecond: 10,
      errorShare: 0.01,
    });
  });

  test.each([
    ['shop/cache-headless', 'Headless', 'sidecar', { ready: 1, total: 1 }],
    ['istio-system/istio-ingressgateway', 'LoadBalancer', 'gateway', { ready: 1, total: 1 }],
    ['shop/orphan', 'ClusterIP', 'unknown', { ready: 0, total: 0 }],
    ['legacy/batch', 'ClusterIP', 'none', { ready: 1, total: 1 }],
    ['external/payments', 'ServiceEntry', 'none', undefined],
    ['external/vm', 'ServiceEntry', 'unknown', undefined],
  ])('%s is a %s with membership %s', async (path, type, mode, endpoints) => {
    const item = await service(path);
    expect(item).toMatchObject({ type, inMesh: { mode } });
    expect(item?.endpoints).toEqual(endpoints);
  });
});

test('a list costs as many queries as a graph, one more with response times, however many namespaces', async () => {
  let count = 0;
  const { metrics } = context.sources;
  const counting: LoadContext = {
    ...context,
    sources: {
      ...context.sources,
      metrics: {
        ...metrics,
        query: (...asked) => {
          count += 1;
          return metrics.query(...asked);
        },
      },
    },
  };
  await loadServices(everything, counting);
  expect(count).toBe(5);
  count = 0;
  const { data } = await loadServices(inventoryQuery.parse({}), counting);
  expect(count).toBe(4);
  expect(data.items.some(({ figures }) => figures.p95Ms !== undefined)).toBe(false);
});

describe('bad input', () => {
  const dead = () => Promise.reject(new Error('connection refused'));

  test('without metrics the lists stand, without figures, nothing called healthy, and with warnings', async () => {
    const { data, warnings } = await loadWorkloads(
      bookinfo,
      graphContext({ query: dead, objects: snapshot }),
    );
    expect(data.items).toHaveLength(9);
    expect(data.items.map(({ figures }) => figures)).toEqual(Array(9).fill({}));
    expect(data.items.map(({ health }) => health.status)).toEqual(Array(9).fill('unknown'));
    expect(warnings.map(({ code }) => code)).toEqual(Array(5).fill('metrics_missing'));
  });

  test('without objects only what has traffic is listed, and nothing is called deleted', async () => {
    const { data, warnings } = await loadWorkloads(bookinfo, steadyContext(counters, new Error('forbidden')));
    expect(data.items.map(({ name }) => name)).toEqual(['gone-v1', 'productpage-v1', 'reviews-v2']);
    expect(data.items[0]?.inMesh.why.text).toBe(
      'Only telemetry names it: the objects of the cluster could not be read.',
    );
    expect(warnings[0]?.message).toContain('forbidden');
  });

  test('without either the reason of the objects is told', async () => {
    const neither = graphContext({ query: dead, objects: new Error('forbidden') });
    await expect(loadWorkloads(bookinfo, neither)).rejects.toThrow('forbidden');
  });

  test.each([
    'Deployment',
    'ReplicaSet',
    'Service',
    'EndpointSlice',
    'Namespace',
    'PeerAuthentication',
  ] as const)('%s objects that may not be read leave the rest of the lists', async (kind) => {
    const partial: ObjectsSnapshot = {
      ...snapshot,
      objects: { ...snapshot.objects, [kind]: [] },
      unread: [{ kind, reason: 'forbidden' }],
    };
    const with403 = steadyContext(counters, partial);
    const workloads = await loadWorkloads(bookinfo, with403);
    expect(workloads.data.items.find(({ name }) => name === 'reviews-v2')?.figures.requestsPerSecond).toBe(2);
    expect(workloads.warnings[0]?.message).toContain(`${kind} objects could not be read`);
    const services = await loadServices(bookinfo, with403);
    expect(services.data.items.find(({ name }) => name === 'reviews')?.figures.requestsPerSecond).toBe(2);
    if (kind === 'EndpointSlice') expect(services.data.items[0]?.endpoints).toBeUndefined();
  });

  test('samples that are no numbers are no figures', async () => {
    const broken = graphContext({
      query: async ({ selector }) => ({
        rows: [
          {
            labels: { ...counter({ ...toReviews, reporter: 'source', value: 1 }).labels, le: 'soon' },
            value: selector.metric.includes('requests') ? Number.NaN : Number.POSITIVE_INFINITY,
          },
        ],
        warnings: [],
      }),
      objects: snapshot,
    });
    const { data } = await loadWorkloads(bookinfo, broken);
    expect(data.items.find(({ name }) => name === 'reviews-v2')?.figures).toEqual({});
  });

  test('a namespace that nobody knows is refused by name', async () => {
    const query = inventoryQuery.parse({ namespaces: 'nowhere' });
    await expect(loadServices(query, context)).rejects.toMatchObject({
      code: 'unknown_namespace',
      parameter: 'namespaces',
    });
  });
});
