import { describe, expect, test } from 'vitest';
import { namespaceItems } from '#server/mesh/inventory/namespace-items.ts';
import { draftEdge, draftNode, draftOf } from '#tests/support/graph-draft.ts';
import { type Manifest, meshObjects } from '#tests/support/objects-snapshot.ts';

const facts = { cluster: 'Kubernetes', rootNamespace: 'istio-system', picture: undefined };
const pod = (extra: Partial<Manifest> = {}): Manifest => ({
  kind: 'Pod',
  namespace: 'shop',
  name: 'a',
  spec: { containers: [{ name: 'istio-proxy' }] },
  ...extra,
});
const namespace = (labels: Record<string, string>): Manifest => ({ kind: 'Namespace', name: 'shop', labels });
const item = (manifests: Manifest[], extra: object = {}) =>
  namespaceItems({ ...facts, objects: meshObjects(manifests), ...extra })[0];

describe.each<[string, Manifest[], string, string | undefined]>([
  ['is injected by its label', [namespace({ 'istio-injection': 'enabled' })], 'sidecar', undefined],
  ['is injected by a revision', [namespace({ 'istio.io/rev': 'canary' })], 'sidecar', 'canary'],
  ['is ambient by its label', [namespace({ 'istio.io/dataplane-mode': 'ambient' })], 'ambient', undefined],
  [
    'is injected rather than ambient where both are asked for',
    [namespace({ 'istio.io/dataplane-mode': 'ambient', 'istio-injection': 'enabled' })],
    'sidecar',
    undefined,
  ],
  [
    'is not injected against its label',
    [namespace({ 'istio-injection': 'disabled', 'istio.io/rev': 'x' })],
    'none',
    'x',
  ],
  [
    'joins by a single pod',
    [namespace({}), pod({ annotations: { 'istio.io/rev': 'blue' } })],
    'sidecar',
    'blue',
  ],
  ['stays outside without any', [namespace({})], 'none', undefined],
])('a namespace', (sentence, manifests, inMesh, revision) => {
  test(sentence, () => {
    expect(item(manifests)?.inMesh).toBe(inMesh);
    expect(item(manifests)?.revision).toBe(revision);
  });
});

test('namespaces that may not be listed are those that workloads name', () => {
  expect(item([pod()])).toMatchObject({ name: 'shop', inMesh: 'sidecar', mtls: { mode: 'PERMISSIVE' } });
});

test('mutual TLS is absent where PeerAuthentication could not be read', () => {
  expect(item([pod()], { unread: ['PeerAuthentication'] })?.mtls).toBeUndefined();
});

test('the reasons begin with the largest share of failures', () => {
  const [a, b] = ['a', 'b'].map((name) => draftNode.workload('shop', name));
  if (a === undefined || b === undefined) throw new Error('two nodes');
  const failing = (text: string) => ({ status: 'failing' as const, reasons: [{ text, evidence: [] }] });
  const nodes = [
    { ...a, health: failing('20 % fail') },
    { ...b, health: failing('90 % fail') },
  ];
  const edges = [draftEdge(a, a, { errorShare: 0.2 }), draftEdge(b, b, { errorShare: 0.9 })];
  const found = item([namespace({})], { picture: draftOf(nodes, edges) });
  expect(found?.health.reasons.map(({ text }) => text)).toEqual(['90 % fail', '20 % fail']);
});

test('a degraded thing is not told beside a failing one', () => {
  const a = draftNode.workload('shop', 'a', {
    health: { status: 'degraded', reasons: [{ text: 'slow', evidence: [] }] },
  });
  const b = draftNode.workload('shop', 'b', {
    health: { status: 'failing', reasons: [{ text: 'gone', evidence: [] }] },
  });
  expect(item([namespace({})], { picture: draftOf([a, b]) })?.health).toEqual({
    status: 'failing',
    reasons: [{ text: 'gone', evidence: [] }],
  });
});

test('nodes of another cluster do not speak for a namespace of the same name', () => {
  const far = draftNode.workload('shop', 'a', {
    cluster: 'east',
    health: { status: 'failing', reasons: [] },
  });
  expect(item([namespace({})], { picture: draftOf([far]) })?.health.status).toBe('unknown');
});
