import { describe, expect, test } from 'vitest';
import type { ObjectKind } from '#lib/objects/kinds.ts';
import { findObject } from '#server/mesh/objects/find-object.ts';
import { forceOf } from '#server/mesh/objects/force/force-of.ts';
import { type Manifest, objectsSnapshot } from '#tests/support/objects-snapshot.ts';

const pod: Manifest = {
  kind: 'Pod',
  namespace: 'shop',
  name: 'cart-1',
  labels: { app: 'cart' },
  annotations: { 'sidecar.istio.io/status': '{}' },
  spec: { containers: [{ name: 'cart' }, { name: 'istio-proxy' }] },
};
const service: Manifest = {
  kind: 'Service',
  namespace: 'shop',
  name: 'cart',
  spec: { selector: { app: 'cart' } },
};
const gatewayPods: Manifest = {
  kind: 'Deployment',
  namespace: 'edge',
  name: 'proxy',
  spec: { template: { metadata: { labels: { istio: 'edge' } } } },
};

/** The state of the object `one` of a kind in namespace `shop`, or where it stands. */
function force(kind: ObjectKind, manifests: readonly Manifest[], namespace = 'shop') {
  const snapshot = objectsSnapshot([pod, service, gatewayPods, ...manifests]);
  const found = findObject(snapshot.objects, { kind, namespace, name: 'one' });
  if (found === undefined) throw new Error('there is no such object');
  return forceOf(found, snapshot);
}

const one = (kind: ObjectKind, spec: object, more: Partial<Manifest> = {}): Manifest => ({
  kind,
  namespace: 'shop',
  name: 'one',
  creationTimestamp: '2026-01-02T00:00:00Z',
  spec,
  ...more,
});
const other = (kind: ObjectKind, spec: object, more: Partial<Manifest> = {}): Manifest => ({
  ...one(kind, spec),
  name: 'other',
  creationTimestamp: '2026-01-01T00:00:00Z',
  ...more,
});

describe('VirtualService', () => {
  test.each<[string, Manifest[], string, string]>([
    ['alone', [one('VirtualService', { hosts: ['cart'] })], 'inForce', 'Callers’ proxies apply it.'],
    [
      'younger than one of the same host, written otherwise',
      [
        one('VirtualService', { hosts: ['cart'] }),
        other('VirtualService', { hosts: ['cart.shop.svc.cluster.local'] }),
      ],
      'overridden',
      'VirtualService shop/other names the same host and is older: callers’ proxies take only that one.',
    ],
    [
      'with a host of its own beside the one that is taken',
      [
        one('VirtualService', { hosts: ['cart', 'till.example.com'] }),
        other('VirtualService', { hosts: ['cart'] }),
      ],
      'inForce',
      'Callers’ proxies apply it.',
    ],
    [
      'at a gateway that there is not',
      [one('VirtualService', { hosts: ['a.example.com'], gateways: ['main'] })],
      'idle',
      'Gateway shop/main does not exist.',
    ],
    [
      'at a gateway that nobody serves',
      [
        one('VirtualService', { hosts: ['a.example.com'], gateways: ['edge/other'] }),
        other('IstioGateway', { selector: { istio: 'none' } }, { namespace: 'edge' }),
      ],
      'idle',
      'No workload serves gateway edge/other.',
    ],
    [
      'at a gateway that is served',
      [
        one('VirtualService', { hosts: ['a.example.com'], gateways: ['edge/other'] }),
        other('IstioGateway', { selector: { istio: 'edge' } }, { namespace: 'edge' }),
      ],
      'inForce',
      'Applied at gateway edge/other (edge/proxy).',
    ],
    [
      'without hosts and without a root',
      [one('VirtualService', { http: [] })],
      'idle',
      'It has no hosts, and no VirtualService delegates to it.',
    ],
    [
      'without hosts, with a root',
      [
        one('VirtualService', { http: [] }),
        other('VirtualService', { hosts: ['cart'], http: [{ delegate: { name: 'one' } }] }),
      ],
      'inForce',
      'Its rules come into force through shop/other.',
    ],
  ])('%s', (_, manifests, state, text) => {
    expect(force('VirtualService', manifests)).toEqual({ state, text });
  });
});

describe('DestinationRule', () => {
  test.each<[string, Manifest[], string, string]>([
    ['of a Service', [one('DestinationRule', { host: 'cart' })], 'shop', 'inForce'],
    ['of nothing', [one('DestinationRule', { host: 'till' })], 'shop', 'idle'],
    ['of a wildcard', [one('DestinationRule', { host: '*.example.com' })], 'shop', 'inForce'],
    [
      'of the root namespace, where the service has its own',
      [
        one('DestinationRule', { host: 'cart.shop.svc.cluster.local' }, { namespace: 'istio-system' }),
        other('DestinationRule', { host: 'cart' }),
      ],
      'istio-system',
      'overridden',
    ],
    [
      'of the root namespace alone',
      [one('DestinationRule', { host: 'cart.shop.svc.cluster.local' }, { namespace: 'istio-system' })],
      'istio-system',
      'inForce',
    ],
  ])('%s', (_, manifests, namespace, state) => {
    expect(force('DestinationRule', manifests, namespace)?.state).toBe(state);
  });
});

describe('policies', () => {
  const selector = { selector: { matchLabels: { app: 'cart' } } };
  const nobody = { selector: { matchLabels: { app: 'till' } } };

  test.each<[ObjectKind, object, string]>([
    ['AuthorizationPolicy', selector, 'inForce'],
    ['AuthorizationPolicy', nobody, 'idle'],
    ['Telemetry', {}, 'inForce'],
    ['EnvoyFilter', { workloadSelector: { labels: { app: 'till' } } }, 'idle'],
    ['TrafficExtension', selector, 'inForce'],
    ['IstioGateway', { selector: { istio: 'edge' } }, 'inForce'],
    ['IstioGateway', { selector: { istio: 'none' } }, 'idle'],
  ])('%s %j is %s', (kind, spec, state) => {
    expect(force(kind, [one(kind, spec)])?.state).toBe(state);
  });

  test('a PeerAuthentication that narrower ones leave nothing to is overridden', () => {
    const wide = one('PeerAuthentication', { mtls: { mode: 'STRICT' } });
    const narrow = other('PeerAuthentication', { ...selector, mtls: { mode: 'PERMISSIVE' } });
    expect(force('PeerAuthentication', [wide])).toMatchObject({ state: 'inForce' });
    expect(force('PeerAuthentication', [wide, narrow])).toMatchObject({ state: 'overridden' });
  });

  test('of two Sidecars of a namespace the older is obeyed', () => {
    const egress = { egress: [{ hosts: ['./*'] }] };
    expect(force('Sidecar', [one('Sidecar', egress), other('Sidecar', egress)])).toMatchObject({
      state: 'overridden',
    });
    expect(force('Sidecar', [one('Sidecar', egress)])).toMatchObject({ state: 'inForce' });
  });
});

test('a condition that refuses comes before all else', () => {
  const conditions = [{ type: 'Accepted', status: 'False', reason: 'NoMatch', message: 'no parent' }];
  expect(
    force('HTTPRoute', [
      { ...one('HTTPRoute', { parentRefs: [{ name: 'main' }] }), status: { parents: [{ conditions }] } },
    ]),
  ).toEqual({ state: 'refused', text: 'Accepted is False: no parent' });
});

test('of a kind that nothing decides, nothing is said', () => {
  expect(force('WorkloadEntry', [one('WorkloadEntry', { address: '10.0.0.1' })])).toBeUndefined();
});
