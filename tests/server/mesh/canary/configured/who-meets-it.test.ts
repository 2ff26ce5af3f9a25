import { expect, test } from 'vitest';
import {
  backend,
  cartSplit,
  cartSplits,
  httpRoute,
  to,
  virtualService,
} from '#tests/support/weighted-routes.ts';

const gateway = {
  kind: 'IstioGateway',
  namespace: 'shop',
  name: 'edge',
  spec: { selector: { istio: 'edge' } },
} as const;
const proxy = {
  kind: 'Deployment',
  namespace: 'ingress',
  name: 'edge-proxy',
  spec: { template: { metadata: { labels: { istio: 'edge' } } } },
} as const;

test('a rule may hold in the mesh and at gateways, or at one of the two', () => {
  const splits = cartSplits(
    gateway,
    proxy,
    virtualService('cart', {
      gateways: ['mesh', 'edge'],
      http: [
        { name: 'at-gateway', match: [{ gateways: ['edge'] }], route: [to('v1', 10), to('v2', 90)] },
        { name: 'both', route: [to('v1', 50), to('v2', 50)] },
      ],
    }),
  );
  expect(splits.map(({ route, isMesh, gatewayWorkloads }) => [route, isMesh, gatewayWorkloads])).toEqual([
    ['at-gateway', false, ['ingress/edge-proxy']],
    ['both', true, ['ingress/edge-proxy']],
  ]);
});

test('an HTTPRoute on a Service and a Gateway is met by both', () => {
  const split = cartSplit(
    {
      kind: 'Gateway',
      namespace: 'shop',
      name: 'edge',
      spec: { gatewayClassName: 'istio', listeners: [] },
    },
    httpRoute('cart', {
      parentRefs: [{ kind: 'Service', name: 'cart' }, { name: 'edge' }],
      hostnames: ['cart.example.com'],
      rules: [{ backendRefs: [backend('cart-stable'), backend('cart-canary')] }],
    }),
  );
  expect(split).toMatchObject({
    isMesh: true,
    gatewayWorkloads: ['shop/edge-istio'],
    gateways: [{ kind: 'Gateway', namespace: 'shop', name: 'edge' }],
    hosts: ['cart.shop.svc.cluster.local', 'cart.example.com'],
    services: ['shop/cart'],
  });
});

test.each([
  [
    virtualService('cart', { exportTo: ['.', 'web'], http: [{ route: [to('v1', 1), to('v2', 1)] }] }),
    ['shop', 'web'],
  ],
  [
    virtualService('cart', {
      http: [{ match: [{ sourceNamespace: 'web' }], route: [to('v1', 1), to('v2', 1)] }],
    }),
    ['web'],
  ],
  [
    httpRoute(
      'cart',
      {
        parentRefs: [{ kind: 'Service', namespace: 'shop', name: 'cart' }],
        rules: [
          {
            backendRefs: [
              { ...backend('a'), namespace: 'shop' },
              { ...backend('b'), namespace: 'shop' },
            ],
          },
        ],
      },
      { namespace: 'web' },
    ),
    ['web'],
  ],
])('callers are those that the object is for', (manifest, callers) => {
  expect(cartSplit(manifest).callers).toEqual(callers);
});

test('a rule for callers of certain labels is a pin of theirs and no split', () => {
  const split = cartSplit(
    virtualService('cart', {
      http: [
        { name: 'own', match: [{ sourceLabels: { app: 'cart' } }], route: [to('v1', 1), to('v2', 1)] },
        { name: 'rest', route: [to('v1', 50), to('v2', 50)] },
      ],
    }),
  );
  expect(split.route).toBe('rest');
  expect(split.pins).toMatchObject([
    { routeName: 'own', versions: [0, 1], callers: ['shop/cart-v1', 'shop/cart-v2'] },
  ]);
});
