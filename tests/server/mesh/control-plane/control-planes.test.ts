import { describe, expect, test } from 'vitest';
import type { ObjectKind } from '#lib/objects/kinds.ts';
import { connectedProxies } from '#server/mesh/control-plane/connected-proxies.ts';
import { controlPlanes } from '#server/mesh/control-plane/control-planes.ts';
import type { ControlPlaneFacts } from '#server/mesh/control-plane/facts.ts';
import { type Manifest, meshObjects } from '#tests/support/objects-snapshot.ts';

const labels = (revision: string) => ({ app: 'istiod', 'istio.io/rev': revision });
const deployment = (revision: string, replicas: number): Manifest => ({
  kind: 'Deployment',
  namespace: 'istio-system',
  name: revision === 'default' ? 'istiod' : `istiod-${revision}`,
  labels: labels(revision),
  spec: { replicas },
});
const pod = (name: string, revision = 'default', ready = 'True'): Manifest => ({
  kind: 'Pod',
  namespace: 'istio-system',
  name,
  labels: labels(revision),
  spec: { containers: [{ name: 'discovery', image: 'docker.io/istio/pilot:1.30.0' }] },
  status: { startTime: '2026-11-21T02:00:00Z', conditions: [{ type: 'Ready', status: ready }] },
});
const webhook = (clientConfig: object): Manifest => ({
  kind: 'MutatingWebhookConfiguration',
  name: 'istio-sidecar-injector',
  labels: { app: 'sidecar-injector', 'istio.io/rev': 'default' },
  webhooks: [{ name: 'rev.namespace.sidecar-injector.istio.io', clientConfig }],
});

function planesOf(manifests: Manifest[], said: Partial<ControlPlaneFacts> = {}) {
  return controlPlanes({
    objects: meshObjects(manifests),
    rootNamespace: 'istio-system',
    unread: new Set<ObjectKind>(),
    proxies: [],
    answered: new Set(manifests.flatMap(({ kind, name }) => (kind === 'Pod' ? [name] : []))),
    failures: new Map(),
    versions: new Map(),
    ...said,
  });
}

const synced = { sent: 'a/1', acked: 'a/1' };
const entry = (proxy: string, listener: object = synced) => ({
  proxy,
  proxy_type: 'sidecar',
  resources: { 'type.googleapis.com/envoy.config.listener.v3.Listener': listener },
});

describe('a control plane', () => {
  test('counts the proxies of each replica and those that are in sync', () => {
    const proxies = connectedProxies([
      { replica: 'istiod-1', value: entry('a.shop') },
      { replica: 'istiod-1', value: entry('b.shop', { sent: 'a/2', acked: 'a/1' }) },
      { replica: 'istiod-2', value: entry('c.shop', { sent: 'a/2', acked: 'a/2', lastError: 'no' }) },
      { replica: 'istiod-2', value: { proxy: 'd.shop', cluster_sent: 'x', cluster_acked: 'x' } },
      { replica: 'istiod-2', value: { proxy: 'e.shop' } },
      { replica: 'istiod-2', value: 'nonsense' },
    ]);
    const [plane] = planesOf([deployment('default', 2), pod('istiod-1'), pod('istiod-2')], { proxies });
    expect(plane?.proxies).toEqual({ connected: 5, inSync: 2 });
    expect(plane?.replicas.map((replica) => replica.proxies)).toEqual([
      { connected: 2, inSync: 1 },
      { connected: 3, inSync: 1 },
    ]);
    expect(plane?.health).toEqual({ status: 'healthy', reasons: [] });
  });

  test('of several revisions is one each', () => {
    const planes = planesOf([
      deployment('default', 1),
      pod('a'),
      deployment('canary', 1),
      pod('b', 'canary'),
    ]);
    expect(planes.map(({ revision, workload }) => [revision, workload])).toEqual([
      ['canary', 'istiod-canary'],
      ['default', 'istiod'],
    ]);
  });

  test('outside the cluster is known by the address of its webhook', () => {
    const planes = planesOf([webhook({ url: 'https://istiod.example.com:15017/inject' })]);
    expect(planes).toMatchObject([
      {
        revision: 'default',
        external: 'https://istiod.example.com:15017/inject',
        health: { status: 'unknown' },
      },
    ]);
  });

  test('outside the cluster is known by a Service that selects no pods', () => {
    const service: Manifest = {
      kind: 'Service',
      namespace: 'istio-system',
      name: 'istiod',
      spec: { ports: [] },
    };
    const planes = planesOf([service, webhook({ service: { namespace: 'istio-system', name: 'istiod' } })]);
    expect(planes).toMatchObject([{ external: 'Service istio-system/istiod' }]);
  });

  test('that nothing speaks of is none', () => {
    expect(planesOf([])).toEqual([]);
  });
});

describe.each<[string, Manifest[], Partial<ControlPlaneFacts>, string, RegExp]>([
  [
    'no replica is ready',
    [deployment('default', 1), pod('a', 'default', 'False')],
    {},
    'failing',
    /None of 1/,
  ],
  ['there are no pods at all', [deployment('default', 2)], {}, 'failing', /None of 2/],
  ['some replicas are missing', [deployment('default', 2), pod('a')], {}, 'degraded', /1 of 2 replicas/],
  ['it is scaled down', [deployment('default', 0)], {}, 'idle', /0 replicas/],
  [
    'its replicas differ in version',
    [deployment('default', 2), pod('a'), pod('b')],
    {
      versions: new Map([
        ['a', '1.30.0'],
        ['b', '1.31.0'],
      ]),
    },
    'degraded',
    /1\.30\.0, 1\.31\.0/,
  ],
  [
    'one replica gives no answer',
    [deployment('default', 2), pod('a'), pod('b')],
    { answered: new Set(['a']), failures: new Map([['b', '403 forbidden']]) },
    'degraded',
    /b gave no answer: 403 forbidden/,
  ],
  [
    'no way leads to it',
    [deployment('default', 1), pod('a')],
    { answered: new Set() },
    'unknown',
    /no way leads to it/,
  ],
])('where %s', (_, manifests, said, status, reason) => {
  test(`it is ${status}`, () => {
    const [plane] = planesOf(manifests, said);
    expect(plane?.health.status).toBe(status);
    expect(plane?.health.reasons.map(({ text }) => text).join()).toMatch(reason);
  });
});
