import { expect, test } from 'vitest';
import {
  backend,
  cartSplit,
  cartSplits,
  httpRoute,
  service,
  to,
  virtualService,
} from '#tests/support/weighted-routes.ts';

const half = [to('v1', 50), to('v2', 50)];

test('not after a rule for every request', () => {
  const found = cartSplit(
    virtualService('cart', {
      http: [{ match: [{ uri: { prefix: '/' } }], route: [to('v1')] }, { route: half }],
    }),
  );
  expect(found.problems).toMatchObject([{ id: 'unreachable' }]);
});

test('after one for every request of other gateways, ports or callers', () => {
  const others = [
    { gateways: ['mesh'] },
    { port: 81 },
    { sourceLabels: { app: 'x' } },
    { uri: { prefix: '/a' } },
  ];
  const http = [{ match: others, route: [to('v1')] }, { route: half }];
  const found = cartSplit(virtualService('cart', { gateways: ['mesh', 'edge'], http }));
  expect(found.problems.map(({ id }) => id)).not.toContain('unreachable');
});

test('not where an earlier rule of an HTTPRoute has all of its matches', () => {
  const backendRefs = [backend('cart-stable'), backend('cart-canary')];
  const at = (value: string) => ({ path: { type: 'PathPrefix', value } });
  const found = cartSplits(
    httpRoute('cart', {
      rules: [
        { matches: [at('/'), at('/a')], backendRefs: [backend('cart-stable')] },
        { matches: [at('/a')], backendRefs },
        { matches: [at('/a'), at('/b')], backendRefs },
      ],
    }),
  );
  expect(found.map(({ problems }) => problems.map(({ id }) => id))).toEqual([['unreachable'], []]);
});

test('not at gateways that do not exist or that no proxy serves', () => {
  const found = cartSplit(
    { kind: 'IstioGateway', namespace: 'shop', name: 'idle', spec: { selector: { istio: 'nobody' } } },
    virtualService('cart', { gateways: ['idle', 'ingress/lost'], http: [{ route: half }] }),
  );
  expect(found.problems).toEqual([
    {
      id: 'missing-gateway',
      text: 'Gateway shop/idle is served by no proxy: nothing applies this rule there.',
    },
    {
      id: 'missing-gateway',
      text: 'Gateway ingress/lost does not exist: nothing applies this rule there.',
    },
  ]);
});

test('at one port of several', () => {
  const ports = [
    { port: 80, name: 'http' },
    { port: 81, name: 'grpc-admin' },
    { port: 82, name: 'tcp-raw' },
    { port: 53, name: 'dns', protocol: 'UDP' },
  ];
  const rules = [{ backendRefs: [backend('cart-stable'), backend('cart-canary')] }];
  const parentRefs = [{ kind: 'Service', name: 'many', port: 80 }];
  const found = cartSplit(service('many', { app: 'cart' }, ports), httpRoute('cart', { parentRefs, rules }));
  expect(found.problems).toEqual([
    {
      id: 'other-port',
      text: 'It holds for port 80 only: requests to port 81 of shop/many do not meet it.',
    },
  ]);
  expect(
    cartSplit(httpRoute('cart', { parentRefs: [{ ...parentRefs[0], name: 'cart' }], rules })).problems,
  ).toEqual([]);
});

test('at one port of a gateway', () => {
  const found = cartSplit(
    {
      kind: 'Gateway',
      namespace: 'shop',
      name: 'edge',
      spec: {
        gatewayClassName: 'istio',
        listeners: [
          { name: 'a', port: 80 },
          { name: 'b', port: 8443 },
        ],
      },
    },
    httpRoute('cart', {
      parentRefs: [{ name: 'edge', port: 80 }],
      rules: [{ backendRefs: [backend('cart-stable'), backend('cart-canary')] }],
    }),
  );
  expect(found.problems.map(({ text }) => text)).toEqual([
    'It holds for port 80 only: requests to port 8443 of gateway shop/edge do not meet it.',
  ]);
});
