import { describe, expect, test } from 'vitest';
import { capturedPods } from '#server/mesh/ambient/captured-pods.ts';
import { httpAttributesOf } from '#server/mesh/ambient/http-attributes.ts';
import { waypointUseOf } from '#server/mesh/ambient/waypoint-use.ts';
import { type Manifest, meshObjects } from '#tests/support/objects-snapshot.ts';

type Labels = Record<string, string>;
const ambient = { 'istio.io/dataplane-mode': 'ambient' };

function mesh(namespace: Labels, pod: Partial<Manifest>) {
  return meshObjects([
    { kind: 'Namespace', name: 'shop', labels: namespace },
    { kind: 'Pod', namespace: 'shop', name: 'web-1', spec: { containers: [{ name: 'web' }] }, ...pod },
  ]);
}

describe('a pod', () => {
  test.each<[string, Labels, Partial<Manifest>, string | undefined]>([
    ['in an ambient namespace that was captured', ambient, redirected('enabled'), 'captured'],
    ['that is being captured', ambient, redirected('pending'), 'pending'],
    ['that the node agent forgot', ambient, {}, 'notCaptured'],
    ['that is taken out', ambient, { labels: { 'istio.io/dataplane-mode': 'none' } }, 'excluded'],
    ['that asks for itself', {}, { labels: ambient }, 'notCaptured'],
    ['on the network of its node', ambient, { spec: { hostNetwork: true } }, 'notCaptured'],
    ['with a sidecar', ambient, { spec: { containers: [{ name: 'istio-proxy' }] } }, 'notCaptured'],
    ['in a namespace that is injected, too', { ...ambient, 'istio-injection': 'enabled' }, {}, undefined],
    ['that nobody asked for', {}, {}, undefined],
    ['that has ended', ambient, { status: { phase: 'Succeeded' } }, undefined],
    ['that waits for a node', ambient, { status: { phase: 'Pending' } }, undefined],
  ])('%s', (_name, namespace, pod, state) => {
    expect(capturedPods(mesh(namespace, pod), 'istio-system')[0]?.state).toBe(state);
  });
});

function redirected(value: string): Partial<Manifest> {
  return { annotations: { 'ambient.istio.io/redirection': value } };
}

describe('the waypoint of a Service', () => {
  const gateway = (labels: Labels = {}, gatewayClassName = 'istio-waypoint'): Manifest => ({
    kind: 'Gateway',
    namespace: 'shop',
    name: 'way',
    labels,
    spec: { gatewayClassName, listeners: [] },
  });
  test.each<[string, Labels, Labels, Manifest[], string | undefined]>([
    ['is its namespace’s', { 'istio.io/use-waypoint': 'way' }, {}, [gateway()], 'way'],
    [
      'is its own first',
      { 'istio.io/use-waypoint': 'other' },
      { 'istio.io/use-waypoint': 'way' },
      [gateway()],
      'way',
    ],
    [
      'is switched off by none',
      { 'istio.io/use-waypoint': 'way' },
      { 'istio.io/use-waypoint': 'none' },
      [gateway()],
      undefined,
    ],
    ['does not exist', {}, { 'istio.io/use-waypoint': 'way' }, [], 'There is no Gateway shop/way.'],
    [
      'serves pods only',
      {},
      { 'istio.io/use-waypoint': 'way' },
      [gateway({ 'istio.io/waypoint-for': 'workload' })],
      'Waypoint shop/way serves traffic for workload, not for service.',
    ],
    [
      'is no waypoint',
      {},
      { 'istio.io/use-waypoint': 'way' },
      [gateway({}, 'istio')],
      'Gateway shop/way is of class istio, which is no waypoint.',
    ],
  ])('%s', (_name, namespace, service, gateways, expected) => {
    const objects = meshObjects([
      { kind: 'Namespace', name: 'shop', labels: namespace },
      { kind: 'Service', namespace: 'shop', name: 'web', labels: service, spec: {} },
      ...gateways,
    ]);
    const [only] = objects.Service;
    if (only === undefined) throw new Error('no Service was made');
    const use = waypointUseOf({ ...only, kind: 'Service' }, objects, 'service');
    expect(use?.problem ?? use?.name).toBe(expected);
  });
});

test.each<[unknown, string[]]>([
  [{ rules: [{ to: [{ operation: { ports: ['80'] } }] }] }, []],
  [{ rules: [{ to: [{ operation: { paths: ['/a'], methods: ['GET'] } }] }] }, ['methods', 'paths']],
  [
    { rules: [{ from: [{ source: { requestPrincipals: ['*'], principals: ['a'] } }] }] },
    ['requestPrincipals'],
  ],
  [
    { rules: [{ when: [{ key: 'request.headers[x]', values: ['1'] }, { key: 'source.ip' }] }] },
    ['request.headers[x]'],
  ],
  [{}, []],
])('HTTP attributes of %j', (spec, attributes) => {
  expect(httpAttributesOf({ spec })).toEqual(attributes);
});
