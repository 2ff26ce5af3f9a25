import { describe, expect, test } from 'vitest';
import type { GraphNode } from '#lib/contract/graph.ts';
import { badgeTexts, marked } from '#tests/support/badges-of.ts';
import { draftNode } from '#tests/support/graph-draft.ts';
import { type Manifest, objectsSnapshot } from '#tests/support/objects-snapshot.ts';

const service = (namespace: string, name: string, selector?: object): Manifest => ({
  kind: 'Service',
  namespace,
  name,
  spec: { selector },
});
const route = (namespace: string, name: string, spec: object): Manifest => ({
  kind: 'VirtualService',
  namespace,
  name,
  spec,
});
const to = (host: string, extra: object = {}) => ({ destination: { host, ...extra } });
const cart = draftNode.service('shop', 'cart');

function badges(node: GraphNode, manifests: Manifest[]): Record<string, string> {
  return badgeTexts(marked(objectsSnapshot([service('shop', 'cart'), ...manifests]), node));
}

const routed = { virtualService: 'Routed by VirtualService shop/r' };
const simple = [{ route: [to('cart')] }];

describe.each<[string, Manifest, object]>([
  ['a short host is of its own namespace', route('shop', 'r', { hosts: ['cart'], http: simple }), routed],
  ['and of no other', route('other', 'r', { hosts: ['cart'], http: simple }), {}],
  [
    'a full host is the service',
    route('shop', 'r', { hosts: ['cart.shop.svc.cluster.local'], http: simple }),
    routed,
  ],
  [
    'for a gateway alone it is not for the mesh',
    route('shop', 'r', { hosts: ['cart'], gateways: ['g'], http: simple }),
    {},
  ],
  [
    'for the mesh and a gateway it is',
    route('shop', 'r', { hosts: ['cart'], gateways: ['g', 'mesh'], http: simple }),
    routed,
  ],
  [
    'exported to its own namespace only, it says so',
    route('other', 'r', { hosts: ['cart.shop.svc.cluster.local'], exportTo: ['.'], http: simple }),
    { virtualService: 'Routed by VirtualService other/r (only for callers in other)' },
  ],
  [
    'exported to nobody, it routes nothing',
    route('shop', 'r', { hosts: ['cart'], exportTo: ['~'], http: simple }),
    {},
  ],
  [
    'a rule that matches gateways alone is left out',
    route('shop', 'r', {
      hosts: ['cart'],
      gateways: ['g', 'mesh'],
      http: [{ match: [{ gateways: ['g'] }], timeout: '1s', route: [to('cart')] }, ...simple],
    }),
    routed,
  ],
])('a VirtualService', (sentence, manifest, expected) => {
  test(sentence, () => {
    expect(badges(cart, [manifest])).toEqual(expected);
  });
});

describe.each<[string, object, object]>([
  ['one destination is no split', { route: [to('cart')] }, {}],
  [
    'a destination of weight 0 gets nothing',
    {
      route: [
        { ...to('cart', { subset: 'v1' }), weight: 100 },
        { ...to('cart', { subset: 'v2' }), weight: 0 },
      ],
    },
    {},
  ],
  [
    'among several, no weight is weight 0',
    { route: [{ ...to('cart', { subset: 'v1' }), weight: 100 }, to('cart', { subset: 'v2' })] },
    {},
  ],
  [
    'other hosts are named by host',
    {
      route: [
        { ...to('cart', { subset: 'v1' }), weight: 9 },
        { ...to('basket.shop.svc.cluster.local'), weight: 1 },
      ],
    },
    { trafficSplit: 'Splits 9/1 over cart v1, basket' },
  ],
  [
    'a fault without a percentage hits nobody',
    { fault: { abort: { httpStatus: 500 } }, route: [to('cart')] },
    {},
  ],
  [
    'a gRPC fault names its status',
    { fault: { abort: { grpcStatus: 'UNAVAILABLE', percentage: { value: 0.5 } } }, route: [to('cart')] },
    { faultInjection: 'Answers 0.5 % of requests with gRPC status UNAVAILABLE' },
  ],
  [
    'delay and abort are one sentence',
    {
      fault: {
        abort: { httpStatus: 500, percentage: { value: 1 } },
        delay: { fixedDelay: '2s', percentage: { value: 10 } },
      },
      route: [to('cart')],
    },
    { faultInjection: 'Answers 1 % of requests with 500 and delays 10 % of requests by 2s' },
  ],
  ['a timeout of 0 switches it off', { timeout: '0s', route: [to('cart')] }, {}],
  ['a timeout', { timeout: '1.5s', route: [to('cart')] }, { requestTimeout: 'Gives up requests after 1.5s' }],
  [
    'a mirror without a percentage gets everything',
    { mirror: { host: 'copy' }, route: [to('cart')] },
    { mirroring: 'Mirrors 100 % of requests to copy' },
  ],
  [
    'several mirrors',
    {
      mirrors: [{ destination: { host: 'a' }, percentage: { value: 5 } }, { destination: { host: 'b' } }],
      route: [to('cart')],
    },
    { mirroring: 'Mirrors 5 % of requests to a and mirrors 100 % of requests to b' },
  ],
])('a rule', (sentence, rule, expected) => {
  test(sentence, () => {
    expect(badges(cart, [route('shop', 'r', { hosts: ['cart'], http: [rule] })])).toEqual({
      ...routed,
      ...expected,
    });
  });
});

test('a delegate speaks in place of the rule that names it, from its own namespace', () => {
  const root = route('shop', 'r', {
    hosts: ['cart'],
    http: [{ delegate: { name: 'team', namespace: 'teams' } }, { route: [to('cart')] }],
  });
  const team = route('teams', 'team', { http: [{ timeout: '3s', route: [to('cart')] }] });
  expect(badges(cart, [root, team])).toEqual({
    virtualService: 'Routed by VirtualService teams/team; Routed by VirtualService shop/r',
    requestTimeout: 'Gives up requests after 3s',
  });
});

test('a delegate that does not exist leaves nothing', () => {
  expect(
    badges(cart, [route('shop', 'r', { hosts: ['cart'], http: [{ delegate: { name: 'gone' } }] })]),
  ).toEqual({});
});

describe.each<[string, Manifest, object]>([
  [
    'splits, mirrors and gives up like any route',
    {
      kind: 'HTTPRoute',
      namespace: 'shop',
      name: 'h',
      spec: {
        parentRefs: [{ kind: 'Service', group: '', name: 'cart' }],
        rules: [
          {
            timeouts: { request: '500ms' },
            filters: [
              { type: 'RequestMirror', requestMirror: { backendRef: { name: 'copy' }, percent: 20 } },
            ],
            backendRefs: [
              { name: 'cart-v1', weight: 9 },
              { name: 'cart-v2' },
              { name: 'cart-v3', weight: 0 },
            ],
          },
        ],
      },
    },
    {
      virtualService: 'Routed by HTTPRoute shop/h',
      trafficSplit: 'Splits 9/1 over cart-v1, cart-v2',
      requestTimeout: 'Gives up requests after 500ms',
      mirroring: 'Mirrors 20 % of requests to copy',
    },
  ],
  [
    'of another namespace is for the callers there',
    {
      kind: 'GRPCRoute',
      namespace: 'other',
      name: 'g',
      spec: {
        parentRefs: [{ kind: 'Service', group: '', name: 'cart', namespace: 'shop' }],
        rules: [{ backendRefs: [{ name: 'cart', namespace: 'shop' }] }],
      },
    },
    { virtualService: 'Routed by GRPCRoute other/g (only for callers in other)' },
  ],
])('a route of the Gateway API', (sentence, manifest, expected) => {
  test(sentence, () => {
    expect(badges(cart, [manifest])).toEqual(expected);
  });
});
