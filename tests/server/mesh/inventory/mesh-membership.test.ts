import { describe, expect, test } from 'vitest';
import { inventoryOf } from '#server/mesh/inventory/inventory.ts';
import { isInMesh } from '#server/mesh/inventory/mesh-membership.ts';
import { type Manifest, meshObjects } from '#tests/support/objects-snapshot.ts';

const proxy = { containers: [{ name: 'app' }, { name: 'istio-proxy' }] };
const bare = { containers: [{ name: 'app' }] };

/** One pod in namespace `shop`, whose labels are given. */
function member(pod: Partial<Manifest>, namespaceLabels: Record<string, string> | undefined = {}) {
  const objects = meshObjects([
    ...(namespaceLabels === undefined
      ? []
      : [{ kind: 'Namespace' as const, name: 'shop', labels: namespaceLabels }]),
    { kind: 'Pod', namespace: 'shop', name: 'a', spec: bare, ...pod },
  ]);
  return inventoryOf(objects, 'istio-system').workloads[0]?.membership;
}

const router = { containers: [{ name: 'istio-proxy', args: ['proxy', 'router'] }] };
const injected = { 'istio-injection': 'enabled' };

describe.each<[string, Partial<Manifest>, Record<string, string>, string]>([
  ['a sidecar', { spec: proxy }, {}, 'sidecar'],
  [
    'a native sidecar',
    { spec: { ...bare, initContainers: [{ name: 'istio-proxy', restartPolicy: 'Always' }] } },
    {},
    'sidecar',
  ],
  ['a gateway by what its proxy runs as', { spec: router }, {}, 'gateway'],
  [
    'a gateway by its injection template',
    { spec: proxy, annotations: { 'inject.istio.io/templates': 'gateway' } },
    {},
    'gateway',
  ],
  [
    'a gateway of the Gateway API',
    { spec: router, labels: { 'gateway.networking.k8s.io/gateway-name': 'g' } },
    {},
    'gateway',
  ],
  [
    'a waypoint',
    {
      spec: router,
      labels: {
        'gateway.networking.k8s.io/gateway-name': 'g',
        'gateway.istio.io/managed': 'istio.io-mesh-controller',
      },
    },
    {},
    'waypoint',
  ],
  ['ambient by namespace', {}, { 'istio.io/dataplane-mode': 'ambient' }, 'ambient'],
  ['ambient by pod label', { labels: { 'istio.io/dataplane-mode': 'ambient' } }, {}, 'ambient'],
  [
    'ambient by what the node agent did',
    { annotations: { 'ambient.istio.io/redirection': 'enabled' } },
    {},
    'ambient',
  ],
  [
    'a pod that leaves an ambient namespace',
    { labels: { 'istio.io/dataplane-mode': 'none' } },
    { 'istio.io/dataplane-mode': 'ambient' },
    'none',
  ],
  [
    'a pod on the host network in an ambient namespace',
    { spec: { ...bare, hostNetwork: true } },
    { 'istio.io/dataplane-mode': 'ambient' },
    'none',
  ],
  ['ztunnel itself', { labels: { app: 'ztunnel' } }, {}, 'controlPlane'],
  ['a plain pod', {}, {}, 'none'],
])('%s', (_name, pod, namespaceLabels, mode) => {
  test(`is ${mode}`, () => {
    expect(member(pod, namespaceLabels)?.mode).toBe(mode);
  });
});

describe.each<[string, Partial<Manifest>, Record<string, string> | undefined, string]>([
  [
    'host network',
    { spec: { ...bare, hostNetwork: true } },
    injected,
    'it uses the network of its node (hostNetwork), which is never injected',
  ],
  [
    'label',
    { labels: { 'sidecar.istio.io/inject': 'false' } },
    injected,
    'the pod label sidecar.istio.io/inject is false',
  ],
  [
    'annotation',
    { annotations: { 'sidecar.istio.io/inject': 'false' } },
    injected,
    'the pod annotation sidecar.istio.io/inject is false',
  ],
  [
    'disabled namespace',
    {},
    { 'istio-injection': 'disabled', 'istio.io/rev': 'canary' },
    'the label istio-injection of namespace shop is disabled',
  ],
  [
    'unlabelled namespace',
    {},
    {},
    'namespace shop is not injected: it has neither the label istio-injection=enabled nor istio.io/rev',
  ],
  [
    'pod older than the setting',
    {},
    { 'istio.io/rev': 'canary' },
    'namespace shop is injected now, but a pod that is older than this setting, or that the injector did not see, stays as it is until it is restarted',
  ],
])('without a sidecar: %s', (_name, pod, namespaceLabels, reason) => {
  test('gives its reason', () => {
    expect(member(pod, namespaceLabels)).toEqual({ mode: 'none', withoutSidecar: 1, reason });
  });
});

test('nothing is concluded from a namespace that could not be read', () => {
  const objects = meshObjects([{ kind: 'Pod', namespace: 'shop', name: 'a', spec: bare }]);
  expect(inventoryOf(objects, 'istio-system').workloads[0]?.membership).toMatchObject({
    reason: 'the labels of namespace shop could not be read, so the reason is not known',
  });
});

test('a workload with some pods left out counts them', () => {
  const owned = [{ apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'db', controller: true }];
  const objects = meshObjects([
    { kind: 'Namespace', name: 'shop', labels: injected },
    { kind: 'Pod', namespace: 'shop', name: 'db-0', spec: proxy, ownerReferences: owned },
    { kind: 'Pod', namespace: 'shop', name: 'db-1', spec: bare, ownerReferences: owned },
  ]);
  expect(inventoryOf(objects, 'istio-system').workloads[0]?.membership).toMatchObject({
    mode: 'none',
    withoutSidecar: 1,
  });
});

describe.each<[Parameters<typeof isInMesh>[0]['mode'], boolean | undefined]>([
  ['sidecar', true],
  ['ambient', true],
  ['gateway', true],
  ['waypoint', true],
  ['controlPlane', undefined],
  ['unknown', undefined],
])('a workload that is %s', (mode, inMesh) => {
  test(`is in the mesh: ${inMesh}`, () => {
    expect(isInMesh(mode === 'none' ? { mode, withoutSidecar: 1, reason: '' } : { mode })).toBe(inMesh);
  });
});

test('a workload without pods may be anything', () => {
  const objects = meshObjects([{ kind: 'Deployment', namespace: 'shop', name: 'a', spec: { replicas: 0 } }]);
  expect(inventoryOf(objects, 'istio-system').workloads[0]?.membership).toEqual({ mode: 'unknown' });
});
