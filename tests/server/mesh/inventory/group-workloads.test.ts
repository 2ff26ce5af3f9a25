import { describe, expect, test } from 'vitest';
import { groupWorkloads } from '#server/mesh/inventory/group-workloads.ts';
import { type Manifest, meshObjects } from '#tests/support/objects-snapshot.ts';
import { recordedSnapshot } from '#tests/support/recorded-snapshot.ts';

const owner = (kind: string, name: string) => [{ apiVersion: 'any/v1', kind, name, controller: true }];
const ready = { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] };

function pod(name: string, extra: Partial<Manifest> = {}): Manifest {
  return { kind: 'Pod', namespace: 'shop', name, spec: { containers: [] }, status: ready, ...extra };
}

function grouped(...manifests: Manifest[]) {
  return groupWorkloads(meshObjects(manifests)).map(({ kind, name, pods, desired, available }) => ({
    is: `${kind} ${name}`,
    pods: pods.length,
    desired,
    available,
  }));
}

describe.each<[string, Manifest[], string]>([
  [
    'a Deployment through its ReplicaSet',
    [
      {
        kind: 'ReplicaSet',
        namespace: 'shop',
        name: 'cart-7f',
        ownerReferences: owner('Deployment', 'cart'),
      },
      pod('cart-7f-x', { ownerReferences: owner('ReplicaSet', 'cart-7f') }),
    ],
    'Deployment cart',
  ],
  [
    'a Deployment by the hash of its pods where the ReplicaSet is not readable',
    [
      pod('cart-7f-x', {
        ownerReferences: owner('ReplicaSet', 'cart-7f'),
        labels: { 'pod-template-hash': '7f' },
      }),
    ],
    'Deployment cart',
  ],
  [
    'a Rollout or any other controller of a ReplicaSet',
    [
      { kind: 'ReplicaSet', namespace: 'shop', name: 'cart-7f', ownerReferences: owner('Rollout', 'cart') },
      pod('cart-7f-x', { ownerReferences: owner('ReplicaSet', 'cart-7f') }),
    ],
    'Rollout cart',
  ],
  [
    'a Rollout without pods, by its ReplicaSets',
    [{ kind: 'ReplicaSet', namespace: 'shop', name: 'cart-7f', ownerReferences: owner('Rollout', 'cart') }],
    'Rollout cart',
  ],
  ['a StatefulSet', [pod('db-0', { ownerReferences: owner('StatefulSet', 'db') })], 'StatefulSet db'],
  ['a DaemonSet', [pod('agent-x', { ownerReferences: owner('DaemonSet', 'agent') })], 'DaemonSet agent'],
  ['a Job', [pod('once-x', { ownerReferences: owner('Job', 'once') })], 'Job once'],
  [
    'a CronJob through its Job',
    [
      { kind: 'Job', namespace: 'shop', name: 'nightly-29', ownerReferences: owner('CronJob', 'nightly') },
      pod('nightly-29-x', { ownerReferences: owner('Job', 'nightly-29') }),
    ],
    'CronJob nightly',
  ],
  [
    'a CronJob by the time in the name of a Job that is gone',
    [pod('nightly-29384756-x', { ownerReferences: owner('Job', 'nightly-29384756') })],
    'CronJob nightly',
  ],
  [
    'a ReplicaSet without an owner',
    [{ kind: 'ReplicaSet', namespace: 'shop', name: 'bare' }],
    'ReplicaSet bare',
  ],
  ['a pod without a controller', [pod('lone')], 'Pod lone'],
  [
    'a controller of a kind nobody foresaw',
    [pod('x-0', { ownerReferences: owner('CloneSet', 'x') })],
    'CloneSet x',
  ],
])('%s', (_name, manifests, expected) => {
  test(`is ${expected}`, () => {
    expect(grouped(...manifests).map(({ is }) => is)).toEqual([expected]);
  });
});

describe.each<[string, Manifest[], { desired: number | undefined; available: number }]>([
  [
    'a Deployment says how many it wants and has',
    [
      {
        kind: 'Deployment',
        namespace: 'shop',
        name: 'a',
        spec: { replicas: 3 },
        status: { availableReplicas: 2 },
      },
    ],
    { desired: 3, available: 2 },
  ],
  [
    'a Deployment without a number wants one, and without a count has none',
    [{ kind: 'Deployment', namespace: 'shop', name: 'a' }],
    { desired: 1, available: 0 },
  ],
  [
    'a DaemonSet wants as many as nodes fit',
    [
      {
        kind: 'DaemonSet',
        namespace: 'shop',
        name: 'a',
        status: { desiredNumberScheduled: 5, numberAvailable: 4 },
      },
    ],
    { desired: 5, available: 4 },
  ],
  [
    'of an unknown controller the pods are what it wants',
    [
      pod('a-0', { ownerReferences: owner('CloneSet', 'a') }),
      pod('a-1', { ownerReferences: owner('CloneSet', 'a'), status: { phase: 'Pending' } }),
    ],
    { desired: 2, available: 1 },
  ],
  [
    'a Job that runs wants no certain number',
    [pod('a-x', { ownerReferences: owner('Job', 'a') })],
    { desired: undefined, available: 1 },
  ],
  [
    'a CronJob between two runs wants none',
    [
      { kind: 'CronJob', namespace: 'shop', name: 'a' },
      pod('a-29384756-x', { ownerReferences: owner('Job', 'a-29384756'), status: { phase: 'Succeeded' } }),
    ],
    { desired: 0, available: 0 },
  ],
])('counting', (sentence, manifests, counts) => {
  test(sentence, () => {
    expect(grouped(...manifests)).toMatchObject([counts]);
  });
});

test('pods that have ended are no workload of their own', () => {
  expect(grouped(pod('done', { status: { phase: 'Succeeded' } }))).toEqual([]);
});

describe.each<[string, Record<string, string>, string, string]>([
  [
    'the canonical labels win',
    {
      'service.istio.io/canonical-name': 'a',
      'app.kubernetes.io/name': 'b',
      app: 'c',
      'service.istio.io/canonical-revision': 'v3',
      version: 'v1',
    },
    'a',
    'v3',
  ],
  [
    'then the recommended labels of Kubernetes',
    { 'app.kubernetes.io/name': 'b', app: 'c', 'app.kubernetes.io/version': '2', version: 'v1' },
    'b',
    '2',
  ],
  ['then app and version', { app: 'c', version: 'v1' }, 'c', 'v1'],
  ['then the name of the workload, and latest', {}, 'lone', 'latest'],
])('app and version', (sentence, labels, app, version) => {
  test(sentence, () => {
    expect(groupWorkloads(meshObjects([pod('lone', { labels })]))).toMatchObject([{ app, version }]);
  });
});

test('the recorded mesh has its workloads, each once', async () => {
  const workloads = groupWorkloads((await recordedSnapshot()).objects);
  expect(workloads.map(({ namespace, name }) => `${namespace}/${name}`)).toEqual([
    'bookinfo/details-v1',
    'bookinfo/mongodb-v1',
    'bookinfo/mysqldb-v1',
    'bookinfo/productpage-v1',
    'bookinfo/ratings-v1',
    'bookinfo/ratings-v2',
    'bookinfo/reviews-v1',
    'bookinfo/reviews-v2',
    'bookinfo/reviews-v3',
    'broken/alpha',
    'broken/beta',
    'broken/rejected',
    'external/crawler',
    'istio-system/istio-egressgateway',
    'istio-system/istio-ingressgateway',
    'istio-system/istiod',
    'legacy/batch',
    'observability/zipkin',
    'shop/catalog-v1',
    'shop/catalog-v2',
    'shop/checkout',
    'shop/legacy-cron',
    'shop/mysql',
    'shop/redis',
    'shop/reports',
    'shop/storefront-istio',
    'shop/storefront-v1',
    'shop/storefront-v2',
    'shop/wordpress-v1',
  ]);
  expect(new Set(workloads.map(({ kind }) => kind))).toEqual(new Set(['Deployment']));
});
