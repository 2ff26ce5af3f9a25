import { expect, test } from 'vitest';
import type { MeshMode } from '#lib/contract/inventory.ts';
import { explainMembership } from '#server/mesh/inventory/explain-membership.ts';
import { inventoryOf } from '#server/mesh/inventory/inventory.ts';
import { type Manifest, meshObjects } from '#tests/support/objects-snapshot.ts';

const proxy = { name: 'istio-proxy' };
const app = { name: 'app' };
const pod = (name: string, extra: Partial<Manifest> = {}): Manifest => ({
  kind: 'Pod',
  namespace: 'shop',
  name,
  ownerReferences: [{ apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'web', controller: true }],
  spec: { containers: [app, proxy] },
  ...extra,
});
const bare = { spec: { containers: [app] } };
const namespace = (labels: Record<string, string>): Manifest => ({ kind: 'Namespace', name: 'shop', labels });
const injected = namespace({ 'istio-injection': 'enabled' });

function explain(manifests: readonly Manifest[]) {
  const objects = meshObjects(manifests);
  const workload = inventoryOf(objects, 'istio-system').workload('shop', 'web');
  if (workload === undefined) throw new Error('no workload');
  return explainMembership(workload, objects.Namespace[0]);
}

const key = 'sidecar.istio.io/inject';
test.each<[string, Manifest[], MeshMode, RegExp, string | undefined]>([
  [
    'by its namespace',
    [injected, pod('a')],
    'sidecar',
    /istio-injection=enabled/,
    'Namespace shop: label istio-injection=enabled',
  ],
  [
    'by a revision',
    [namespace({ 'istio.io/rev': 'canary' }), pod('a')],
    'sidecar',
    /istio.io\/rev=canary/,
    'Namespace shop: label istio.io/rev=canary',
  ],
  [
    'by its own label',
    [namespace({}), pod('a', { labels: { [key]: 'true' } })],
    'sidecar',
    /its own sidecar.istio.io\/inject is true/,
    `StatefulSet shop/web: pod label ${key}=true`,
  ],
  [
    'by its own revision',
    [namespace({}), pod('a', { labels: { 'istio.io/rev': 'blue' } })],
    'sidecar',
    /label istio.io\/rev is blue/,
    'StatefulSet shop/web: pod label istio.io/rev=blue',
  ],
  [
    'against a later change',
    [namespace({}), pod('a')],
    'sidecar',
    /no label of namespace shop or of the pod asks for it now/,
    undefined,
  ],
  ['without a label', [namespace({}), pod('a', bare)], 'none', /is not injected/, undefined],
  [
    'switched off by label',
    [injected, pod('a', { ...bare, labels: { [key]: 'false' } })],
    'none',
    /pod label .* is false/,
    `StatefulSet shop/web: pod label ${key}=false`,
  ],
  [
    'switched off by annotation',
    [injected, pod('a', { ...bare, annotations: { [key]: 'false' } })],
    'none',
    /pod annotation .* is false/,
    `StatefulSet shop/web: pod annotation ${key}=false`,
  ],
  [
    'on its node’s network',
    [injected, pod('a', { spec: { hostNetwork: true, containers: [app] } })],
    'none',
    /network of its node/,
    'Pod shop/a: spec.hostNetwork is true',
  ],
  [
    'in part',
    [injected, pod('a'), pod('b', bare)],
    'partial',
    /1 of 2 pods have no sidecar/,
    'Namespace shop: label istio-injection=enabled',
  ],
  [
    'as ambient',
    [namespace({ 'istio.io/dataplane-mode': 'ambient' }), pod('a', bare)],
    'ambient',
    /captured by ztunnel/,
    'Namespace shop: label istio.io/dataplane-mode=ambient',
  ],
  [
    'as a gateway',
    [injected, pod('a', { spec: { containers: [{ ...proxy, args: ['proxy', 'router'] }] } })],
    'gateway',
    /edge of the mesh/,
    'Pod shop/a: istio-proxy runs as a router',
  ],
  [
    'as a waypoint',
    [injected, pod('a', { labels: { 'gateway.istio.io/managed': 'istio.io-mesh-controller' } })],
    'waypoint',
    /layer 7/,
    'StatefulSet shop/web: pod label gateway.istio.io/managed=istio.io-mesh-controller',
  ],
  ['where namespaces may not be read', [pod('a', bare)], 'none', /could not be read/, undefined],
])('a workload in or out of the mesh %s says so, with its proof', (_, manifests, mode, text, proof) => {
  const membership = explain(manifests);
  expect(membership.mode).toBe(mode);
  expect(membership.why.text).toMatch(text);
  if (proof !== undefined) expect(membership.why.evidence.map((one) => one.text)).toContain(proof);
});

test('who is outside is told how to come in, and the command that shows why', () => {
  const { why } = explain([namespace({}), pod('a', bare)]);
  expect(why.fix).toContain('kubectl label namespace shop istio-injection=enabled');
  expect(why.command).toBe('istioctl x check-inject -n shop a');
});
