import { describe, expect, test } from 'vitest';
import { meshConfigValue } from '#server/mesh/inventory/mesh-config-value.ts';
import { outboundPolicyOf } from '#server/mesh/inventory/outbound-policy.ts';
import { type Manifest, meshObjects } from '#tests/support/objects-snapshot.ts';

const mesh = (text: string, name = 'istio'): Manifest => ({
  kind: 'ConfigMap',
  namespace: 'istio-system',
  name,
  data: { mesh: text },
});
const blocked = 'outboundTrafficPolicy:\n  mode: REGISTRY_ONLY\n';
const sidecar = (namespace: string, name: string, spec: object): Manifest => ({
  kind: 'Sidecar',
  namespace,
  name,
  spec,
});
const only = { outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } };
const any = { outboundTrafficPolicy: { mode: 'ALLOW_ANY' } };
const selected = { workloadSelector: { labels: { app: 'a' } } };

const policy = (manifests: Manifest[], annotations: Record<string, string> = {}) =>
  outboundPolicyOf(
    { namespace: 'shop', labels: { app: 'a' }, annotations },
    { objects: meshObjects(manifests), rootNamespace: 'istio-system' },
  );

describe.each<[string, Manifest[], string | undefined, string]>([
  [
    'the default is ALLOW_ANY',
    [mesh('trustDomain: x')],
    'ALLOW_ANY',
    'ConfigMap istio-system/istio mesh.outboundTrafficPolicy.mode: not set, which means ALLOW_ANY',
  ],
  [
    'the mesh configuration',
    [mesh(blocked)],
    'REGISTRY_ONLY',
    'ConfigMap istio-system/istio mesh.outboundTrafficPolicy.mode: REGISTRY_ONLY',
  ],
  [
    'the namespace wins over the mesh',
    [mesh(blocked), sidecar('shop', 's', any)],
    'ALLOW_ANY',
    'Sidecar shop/s spec.outboundTrafficPolicy.mode: ALLOW_ANY',
  ],
  [
    'the root namespace is for those without one',
    [mesh(''), sidecar('istio-system', 's', only)],
    'REGISTRY_ONLY',
    'Sidecar istio-system/s spec.outboundTrafficPolicy.mode: REGISTRY_ONLY',
  ],
  [
    'a selector wins over its namespace',
    [sidecar('shop', 'wide', any), sidecar('shop', 'own', { ...selected, ...only })],
    'REGISTRY_ONLY',
    'Sidecar shop/own spec.outboundTrafficPolicy.mode: REGISTRY_ONLY',
  ],
  [
    'a Sidecar that says nothing leaves the word to the mesh, not to a wider Sidecar',
    [mesh(''), sidecar('shop', 'wide', only), sidecar('shop', 'own', selected)],
    'ALLOW_ANY',
    'ConfigMap istio-system/istio mesh.outboundTrafficPolicy.mode: not set, which means ALLOW_ANY',
  ],
  [
    'a policy without a mode is REGISTRY_ONLY',
    [sidecar('shop', 's', { outboundTrafficPolicy: {} })],
    'REGISTRY_ONLY',
    'Sidecar shop/s spec.outboundTrafficPolicy.mode: not set, which means REGISTRY_ONLY',
  ],
  [
    'nothing found is not known',
    [],
    undefined,
    'ConfigMap istio-system/istio with the mesh configuration was not found, so the mesh-wide policy is not known',
  ],
])('outbound traffic policy', (sentence, manifests, mode, text) => {
  test(sentence, () => {
    expect(policy(manifests)).toMatchObject({ mode, evidence: { kind: 'object', text } });
  });
});

test('each revision has its own mesh configuration', () => {
  const both = [mesh(''), mesh(blocked, 'istio-canary')];
  expect(policy(both, { 'istio.io/rev': 'canary' }).mode).toBe('REGISTRY_ONLY');
  expect(policy(both, { 'istio.io/rev': 'default' }).mode).toBe('ALLOW_ANY');
});

describe.each<[string, string, string | undefined]>([
  ['block style', 'a: 1\noutboundTrafficPolicy:\n  other: x\n  mode: REGISTRY_ONLY\nb: 2', 'REGISTRY_ONLY'],
  ['flow style', 'outboundTrafficPolicy: { mode: ALLOW_ANY }', 'ALLOW_ANY'],
  [
    'quotes and comments',
    '# first\noutboundTrafficPolicy:\n  # why\n  mode: "REGISTRY_ONLY" # here',
    'REGISTRY_ONLY',
  ],
  ['JSON', '{"outboundTrafficPolicy":{"mode":"REGISTRY_ONLY"}}', 'REGISTRY_ONLY'],
  ['the same key elsewhere', 'defaultConfig:\n  outboundTrafficPolicy:\n    mode: REGISTRY_ONLY', undefined],
  ['an empty branch', 'outboundTrafficPolicy:\nmode: REGISTRY_ONLY', undefined],
  ['nothing', '', undefined],
  ['broken JSON', '{"outbound', undefined],
])('%s', (_name, text, value) => {
  test(`reads as ${value}`, () => {
    expect(meshConfigValue(text, ['outboundTrafficPolicy', 'mode'])).toBe(value);
  });
});
