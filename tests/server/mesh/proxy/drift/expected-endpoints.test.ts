import { describe, expect, test } from 'vitest';
import { expectedEndpointsOf } from '#server/mesh/proxy/drift/expected-endpoints.ts';
import { type Manifest, meshObjects } from '#tests/support/objects-snapshot.ts';

const nowMs = Date.parse('2026-11-21T12:00:00Z');
const host = 'web.shop.svc.cluster.local';

const namespace: Manifest = { kind: 'Namespace', name: 'shop' };
const service = (spec: object = {}, labels: object = {}): Manifest => ({
  kind: 'Service',
  name: 'web',
  namespace: 'shop',
  labels,
  spec: {
    ports: [
      { name: 'http', port: 80 },
      { name: 'admin', port: 81 },
    ],
    ...spec,
  },
});
const slice = (fields: object = {}): Manifest => ({
  kind: 'EndpointSlice',
  name: 'web-1',
  namespace: 'shop',
  labels: { 'kubernetes.io/service-name': 'web' },
  addressType: 'IPv4',
  ports: [
    { name: 'http', port: 8080 },
    { name: 'admin', port: 9000 },
  ],
  endpoints: [
    { addresses: ['10.0.0.1'], conditions: { ready: true }, targetRef: { kind: 'Pod', name: 'web-a' } },
  ],
  ...fields,
});
const pod = (readyAt: string, labels: object = {}): Manifest => ({
  kind: 'Pod',
  name: 'web-a',
  namespace: 'shop',
  labels,
  spec: {},
  status: { conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: readyAt }] },
});
const longReady = pod('2026-11-21T11:00:00Z');

const expected = (manifests: readonly Manifest[], port = 80) =>
  expectedEndpointsOf({ objects: meshObjects(manifests), nowMs })({ host, port })?.addresses.map(
    ({ address }) => address,
  );

test('ready endpoints, their ports matched by name', () => {
  expect(expected([namespace, service(), slice(), longReady])).toEqual(['10.0.0.1:8080']);
  expect(expected([namespace, service(), slice(), longReady], 81)).toEqual(['10.0.0.1:9000']);
});

describe('nothing is expected of', () => {
  test.each<[string, Manifest[]]>([
    [
      'an endpoint that is not ready',
      [
        service(),
        slice({ endpoints: [{ addresses: ['10.0.0.1'], conditions: { ready: false } }] }),
        longReady,
      ],
    ],
    ['a pod that became ready a moment ago', [service(), slice(), pod('2026-11-21T11:59:45Z')]],
    [
      'a pod of another network',
      [service(), slice(), pod('2026-11-21T11:00:00Z', { 'topology.istio.io/network': 'east' })],
    ],
    ['a pod that is gone', [service(), slice()]],
    [
      'addresses of IPv6',
      [service(), slice({ addressType: 'IPv6', endpoints: [{ addresses: ['fd00::1'] }] }), longReady],
    ],
    [
      'a port that the slice does not have',
      [service(), slice({ ports: [{ name: 'other', port: 1 }] }), longReady],
    ],
  ])('%s', (_, manifests) => {
    expect(expected([namespace, ...manifests])).toEqual([]);
  });
});

describe('nothing can be said of', () => {
  test.each<[string, Manifest[]]>([
    ['a headless Service', [service({ clusterIP: 'None' }), slice(), longReady]],
    ['a Service for its own node', [service({ internalTrafficPolicy: 'Local' }), slice(), longReady]],
    [
      'a Service behind a waypoint',
      [service({}, { 'istio.io/use-waypoint': 'waypoint' }), slice(), longReady],
    ],
    [
      'a host that a ServiceEntry has as well',
      [
        service(),
        slice(),
        longReady,
        { kind: 'ServiceEntry', name: 'web', namespace: 'shop', spec: { hosts: [host] } },
      ],
    ],
    ['a Service that there is not', [slice(), longReady]],
  ])('%s', (_, manifests) => {
    expect(expected([namespace, ...manifests])).toBeUndefined();
  });

  test('a namespace behind a waypoint, and a port that the Service does not have', () => {
    const behind: Manifest = { ...namespace, labels: { 'istio.io/use-waypoint': 'waypoint' } };
    expect(expected([behind, service(), slice(), longReady])).toBeUndefined();
    expect(expected([namespace, service(), slice(), longReady], 99)).toBeUndefined();
  });
});
