import { describe, expect, test } from 'vitest';
import type { Manifest } from '#tests/support/objects-snapshot.ts';
import { cartSplit } from '../made-cart.ts';
import { cartDump, cartRules, envoyRoute, inWebsEnvoy, routeDump, told } from './made-mesh.ts';

const v1 = 'outbound|8080|v1|cart.shop.svc.cluster.local';
const v2 = 'outbound|8080|v2|cart.shop.svc.cluster.local';
const split = cartSplit();
const destinations = [
  { destination: { host: 'cart', subset: 'v1' }, weight: 90 },
  { destination: { host: 'cart', subset: 'v2' }, weight: 10 },
];
const rules = cartRules([{ route: destinations }]);

describe('weights of a route become shares of the versions', () => {
  test.each<[string, object, { shares: number[]; weights: string; others?: object[]; isSticky?: boolean }]>([
    ['as written', { to: { [v1]: 90, [v2]: 10 } }, { shares: [0.9, 0.1], weights: 'v1 90, v2 10' }],
    ['in another order', { to: { [v2]: 10, [v1]: 90 } }, { shares: [0.9, 0.1], weights: 'v2 10, v1 90' }],
    ['a single cluster', { to: v2 }, { shares: [0, 1], weights: 'v2 1' }],
    ['without what has weight 0', { to: { [v1]: 100 } }, { shares: [1, 0], weights: 'v1 100' }],
    [
      'a cluster of no version',
      { to: { [v1]: 3, 'outbound|8080|v3|cart.shop.svc.cluster.local': 1 } },
      {
        shares: [0.75, 0],
        weights: 'v1 3, outbound|8080|v3|cart.shop.svc.cluster.local 1',
        others: [{ cluster: 'outbound|8080|v3|cart.shop.svc.cluster.local', share: 0.25 }],
      },
    ],
    ['nothing but zeros', { to: { [v1]: 0, [v2]: 0 } }, { shares: [0, 0], weights: 'v1 0, v2 0' }],
    ['no cluster at all', { to: {} }, { shares: [0, 0], weights: 'no cluster' }],
    [
      'by the hash of the request',
      { to: { [v1]: 90, [v2]: 10 }, weighted: { use_hash_policy: true } },
      { shares: [0.9, 0.1], weights: 'v1 90, v2 10', isSticky: true },
    ],
    [
      'by a number in a header',
      { to: { [v1]: 90, [v2]: 10 }, weighted: { header_name: 'x-bucket' } },
      { shares: [0.9, 0.1], weights: 'v1 90, v2 10', isSticky: true },
    ],
  ])('%s', async (_, route, { shares, weights, others = [], isSticky }) => {
    const proxy = await inWebsEnvoy(split, cartDump(envoyRoute(route)), [rules]);
    expect(proxy).toMatchObject({ state: 'found', shares, weights, others });
    expect(proxy.isSticky).toBe(isSticky);
  });
});

test('one rule of several matches is several routes: who differs from what is written speaks, others are named', async () => {
  const matched = cartRules([
    { match: [{ uri: { prefix: '/a' } }, { uri: { prefix: '/b' } }], route: destinations },
  ]);
  const same = { to: { [v1]: 90, [v2]: 10 } };
  const alike = cartDump(envoyRoute({ ...same, path: '/a' }), envoyRoute({ ...same, path: '/b' }));
  expect(await inWebsEnvoy(split, alike, [matched])).toMatchObject({ weights: 'v1 90, v2 10' });
  const differing = cartDump(envoyRoute({ ...same, path: '/a' }), envoyRoute({ to: v1, path: '/b' }));
  const proxy = await inWebsEnvoy(split, differing, [matched]);
  expect(proxy).toMatchObject({ weights: 'v1 1; v1 90, v2 10 for /a*', shares: [1, 0] });
  expect(proxy.place).toBe('8080 / cart.shop.svc.cluster.local:8080 / /b*');
});

test('Istio repeats rules on port 80, for clusters that do not exist: they do not count', async () => {
  const service: Manifest = {
    kind: 'Service',
    namespace: 'shop',
    name: 'cart',
    spec: { ports: [{ port: 8080 }] },
  };
  const [ghost1, ghost2] = [v1, v2].map((name) => name.replace('8080', '80'));
  const hosts = (routes: object[]) => [{ name: 'cart', domains: ['cart.shop.svc.cluster.local'], routes }];
  const dump = routeDump({
    80: hosts([envoyRoute({ to: { [ghost1 ?? '']: 1, [ghost2 ?? '']: 1 } })]),
    8080: hosts([envoyRoute({ to: { [v1]: 90, [v2]: 10 } })]),
  });
  const proxy = await inWebsEnvoy(split, dump, [rules, service]);
  expect([proxy.place, proxy.weights]).toEqual(['8080 / cart / /*', 'v1 90, v2 10']);
  // Of a host without a Service nothing tells which port is real: then a difference is told.
  const unknown = await inWebsEnvoy(split, dump, [rules]);
  expect(unknown.weights).toBe('v1 1, v2 1; v1 90, v2 10 for /*');
});

describe('a proxy without the rule', () => {
  const before = { to: v1, name: 'before', path: '/admin' };
  const both = cartRules([
    { name: 'before', match: [{ uri: { prefix: '/admin' } }], route: [destinations[0]] },
    { name: 'split', route: destinations },
  ]);
  const named = cartSplit({ path: 'spec.http[1]', routeName: 'split' });
  test.each([
    ['has another rule of the object', cartDump(envoyRoute(before)), 'absent: no such rule'],
    [
      'has the Service alone',
      cartDump(envoyRoute({ to: v1, of: '', name: 'default' })),
      'absent: no such rule',
    ],
    [
      'has other hosts only',
      routeDump({
        8080: [{ domains: ['bank.shop.svc.cluster.local'], routes: [envoyRoute({ to: 'x', of: '' })] }],
      }),
      'unserved: nothing for the host',
    ],
    [
      'lets everything out',
      routeDump({
        8080: [{ name: 'allow_any', domains: ['*'], routes: [envoyRoute({ to: 'Pass', of: '' })] }],
      }),
      'unserved: nothing for the host',
    ],
    ['has an empty dump', routeDump({}), 'unserved: nothing for the host'],
  ])('%s', async (_, dump, expected) => {
    const proxy = await inWebsEnvoy(named, dump, [both]);
    expect(told(proxy)).toBe(expected);
    expect(proxy.shares).toEqual([0, 0]);
    expect(proxy.place).toBeUndefined();
  });

  test('without marks the name of the route tells the rule', async () => {
    const dump = cartDump(envoyRoute({ to: { [v1]: 90, [v2]: 10 }, name: 'split', of: '' }));
    expect(told(await inWebsEnvoy(named, dump, [both]))).toBe('found: v1 90, v2 10');
  });

  test('the name of another object’s rule does not', async () => {
    const other: Manifest = {
      kind: 'VirtualService',
      namespace: 'shop',
      name: 'basket',
      spec: { hosts: ['cart'], http: [{ name: 'split', route: destinations }] },
    };
    const dump = cartDump(envoyRoute({ to: { [v1]: 1, [v2]: 1 }, name: 'split', of: 'basket' }));
    expect(told(await inWebsEnvoy(named, dump, [both, other]))).toBe('absent: no such rule');
  });
});

test('of a delegate only the routes that came by this root count', async () => {
  const delegate: Manifest = {
    kind: 'VirtualService',
    namespace: 'shop',
    name: 'team',
    spec: { hosts: [], http: [{ name: 'split', route: destinations }] },
  };
  const root = (name: string, host: string): Manifest => ({
    kind: 'VirtualService',
    namespace: 'shop',
    name,
    spec: { hosts: [host], http: [{ name: 'all', delegate: { name: 'team' } }] },
  });
  const object = { kind: 'VirtualService', namespace: 'shop', name: 'team' };
  const delegated = cartSplit({
    object,
    root: { ...object, name: 'cart' },
    routeName: 'all-split',
  });
  const dump = routeDump({
    8080: [
      {
        domains: ['cart.shop.svc.cluster.local'],
        routes: [envoyRoute({ to: { [v1]: 90, [v2]: 10 }, name: 'all-split' })],
      },
      {
        name: 'bag',
        domains: ['bag.shop.svc.cluster.local'],
        routes: [envoyRoute({ to: v2, name: 'all-split', of: 'bag' })],
      },
    ],
  });
  const proxy = await inWebsEnvoy(delegated, dump, [delegate, root('cart', 'cart'), root('bag', 'bag')]);
  expect(told(proxy)).toBe('found: v1 90, v2 10');
});
