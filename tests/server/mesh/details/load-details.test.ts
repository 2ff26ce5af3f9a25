import { beforeAll, describe, expect, test } from 'vitest';
import {
  applicationDetailSchema,
  serviceDetailSchema,
  type TargetQuery,
  targetQuery,
  workloadDetailSchema,
} from '#lib/contract/details.ts';
import { loadApplication, loadService, loadWorkload } from '#server/mesh/details/load-details.ts';
import type { LoadContext, ObjectsSnapshot } from '#server/sources/interface.ts';
import { graphContext } from '#tests/support/graph-context.ts';
import { recordedSnapshot } from '#tests/support/recorded-snapshot.ts';
import { seenByBothSides, steadyContext } from '#tests/support/steady-context.ts';
import { workload } from '#tests/support/telemetry.ts';

const productpage = workload('bookinfo/productpage-v1');
const to = (name: string, cluster = 'Kubernetes') => ({
  from: productpage,
  to: workload(`bookinfo/${name}-v2`, cluster),
  service: `bookinfo/${name}`,
});
const counters = {
  istio_requests_total: [
    ...seenByBothSides({ ...to('reviews'), value: 4 }),
    ...seenByBothSides({ ...to('gone'), value: 2 }),
    ...seenByBothSides({ ...to('twice', 'east'), value: 1 }),
    ...seenByBothSides({ ...to('twice', 'west'), value: 1 }),
  ],
};

let snapshot: ObjectsSnapshot;
let context: LoadContext;
beforeAll(async () => {
  snapshot = await recordedSnapshot();
  context = steadyContext(counters, snapshot);
});

function target(path: string, parameters: Record<string, string> = {}): TargetQuery {
  const [namespace, name] = path.split('/');
  return targetQuery.parse({ namespace, name, ...parameters });
}

test('a workload has the shape of the contract, its pods, its identity and its mutual TLS mode', async () => {
  const { data } = await loadWorkload(target('bookinfo/reviews-v2'), context);
  expect(workloadDetailSchema.parse(data)).toEqual(data);
  expect(data).toMatchObject({
    nodeId: 'workload:Kubernetes/bookinfo/reviews-v2',
    figures: { requestsPerSecond: 4 },
    principal: 'spiffe://cluster.local/ns/bookinfo/sa/bookinfo-reviews',
    serviceAccount: 'bookinfo-reviews',
    mtls: { mode: 'STRICT', setBy: { kind: 'PeerAuthentication', namespace: 'bookinfo', name: 'default' } },
  });
  expect(data.podList).toHaveLength(1);
  expect(data.podList[0]).toMatchObject({
    phase: 'Running',
    isReady: true,
    revision: 'default',
    proxyVersion: '1.31.0',
  });
  expect(data.podList[0]?.containers.map(({ name, role, state }) => [name, role, state])).toEqual([
    ['reviews', 'app', 'running'],
    ['istio-proxy', 'proxy', 'running'],
    ['istio-init', 'init', 'Completed'],
  ]);
});

test('a service has the shape of the contract and its endpoints with pod, workload and version', async () => {
  const { data } = await loadService(target('bookinfo/reviews'), context);
  expect(serviceDetailSchema.parse(data)).toEqual(data);
  expect(data.endpointList.map(({ workload: name, version, isReady }) => [name, version, isReady])).toEqual([
    ['reviews-v1', 'v1', true],
    ['reviews-v2', 'v2', true],
    ['reviews-v3', 'v3', true],
    ['reviews-v3', 'v3', true],
  ]);
  expect(data).toMatchObject({
    clusterIps: ['10.96.1.26'],
    selector: { app: 'reviews' },
    mtls: { mode: 'STRICT' },
  });
});

test.each([
  [
    'external/payments',
    [
      ['203.0.113.20', [8080]],
      ['203.0.113.21', [8080]],
    ],
  ],
  ['external/vm', [['203.0.113.60', [7000]]]],
  ['external/wiki', []],
])('ServiceEntry %s has the endpoints it lists or selects', async (path, expected) => {
  const { data } = await loadService(target(path), context);
  expect(data.nodeId).toBe(`serviceEntry:Kubernetes/${path}`);
  expect(data.endpointList.map(({ address, ports }) => [address, ports])).toEqual(expected);
});

test('an application has the shape of the contract, with the figures of each of its parts', async () => {
  const { data } = await loadApplication(target('bookinfo/reviews'), context);
  expect(applicationDetailSchema.parse(data)).toEqual(data);
  expect(data.figures.requestsPerSecond).toBe(4);
  expect(data.workloadList.map(({ name, figures }) => [name, figures.requestsPerSecond])).toEqual([
    ['reviews-v1', undefined],
    ['reviews-v2', 4],
    ['reviews-v3', undefined],
  ]);
  expect(data.serviceList.map(({ name, figures }) => [name, figures.requestsPerSecond])).toEqual([
    ['reviews', 4],
  ]);
});

test.each([
  ['workload', loadWorkload, 'bookinfo/gone-v2'],
  ['service', loadService, 'bookinfo/gone'],
  ['application', loadApplication, 'bookinfo/gone'],
] as const)('a %s that only telemetry knows answers with what is known', async (_, load, path) => {
  const { data } = await load(target(path), context);
  expect(data.figures.requestsPerSecond).toBe(2);
  expect(data.inMesh.why.text).toContain('Only telemetry names it');
});

test('a machine outside Kubernetes has a page, without pods', async () => {
  const { data } = await loadWorkload(target('external/vm-1'), context);
  expect(data).toMatchObject({
    kind: 'WorkloadEntry',
    podList: [],
    requirements: [],
    serviceAccount: 'crawler',
  });
});

describe('a name', () => {
  test.each([
    ['workload', loadWorkload],
    ['service', loadService],
    ['application', loadApplication],
  ] as const)('that no %s has is not found', async (word, load) => {
    await expect(load(target('bookinfo/nothing'), context)).rejects.toMatchObject({
      code: 'not_found',
      message: expect.stringContaining(`There is no ${word} "nothing" in namespace bookinfo`),
    });
  });

  test('in a namespace that is none is not found either', async () => {
    await expect(loadWorkload(target('nowhere/a'), context)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('in several clusters asks which', async () => {
    await expect(loadWorkload(target('bookinfo/twice-v2'), context)).rejects.toMatchObject({
      code: 'bad_parameter',
      parameter: 'cluster',
      message: expect.stringContaining('east, west'),
    });
    const { data } = await loadWorkload(target('bookinfo/twice-v2', { cluster: 'west' }), context);
    expect(data.nodeId).toBe('workload:west/bookinfo/twice-v2');
  });

  test('of another cluster is not that of home', async () => {
    await expect(
      loadWorkload(target('bookinfo/reviews-v2', { cluster: 'east' }), context),
    ).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('cannot be said not to exist where objects are not readable', async () => {
    const blind = steadyContext(counters, new Error('forbidden'));
    await expect(loadWorkload(target('bookinfo/nothing'), blind)).rejects.toThrow('forbidden');
    expect((await loadWorkload(target('bookinfo/reviews-v2'), blind)).data.kind).toBe('unknown');
  });
});

test('without metrics a page stands on its objects', async () => {
  const dead = graphContext({ query: () => Promise.reject(new Error('refused')), objects: snapshot });
  const { data, warnings } = await loadService(target('bookinfo/reviews'), dead);
  expect(data.figures).toEqual({});
  expect(data.health.status).toBe('unknown');
  expect(data.endpointList).toHaveLength(4);
  expect(warnings.map(({ code }) => code)).toContain('metrics_missing');
});

test('what could not be read is absent: mutual TLS without PeerAuthentications', async () => {
  const partial = { ...snapshot, unread: [{ kind: 'PeerAuthentication' as const, reason: 'forbidden' }] };
  const { data } = await loadWorkload(target('bookinfo/reviews-v2'), steadyContext(counters, partial));
  expect(data.mtls).toBeUndefined();
});
