import { describe, expect, test } from 'vitest';
import { splitsOf } from '#server/mesh/canary/configured/splits-of.ts';
import type { Split } from '#server/mesh/canary/split.ts';
import { meshObjects } from '#tests/support/objects-snapshot.ts';
import { recordedSnapshot } from '#tests/support/recorded-snapshot.ts';
import {
  backend,
  cart,
  cartSplit,
  cartSplits,
  cartSubsets,
  httpRoute,
  to,
  virtualService,
} from '#tests/support/weighted-routes.ts';

const versions = (split: Split) =>
  split.versions.map(({ name, weight, share, workloads }) => [name, weight, share, workloads.join()]);

test('the recorded mesh has four splits, and its rules by source labels are none', async () => {
  const { objects, rootNamespace } = await recordedSnapshot();
  const splits = splitsOf(objects, rootNamespace);
  expect(
    splits.map(({ object, route, routeName, isMesh, gatewayWorkloads, versions: own, pins }) => ({
      name: `${object.namespace}/${object.name} ${route} ${routeName}`,
      where: [isMesh, ...gatewayWorkloads].join(' '),
      versions: own.map(({ name, weight, workloads }) => `${name} ${weight} ${workloads}`),
      pins: pins.map((pin) => `${pin.routeName}: ${pin.matches.join(' or ')} -> ${pin.versions}`),
    })),
  ).toEqual([
    {
      name: 'bookinfo/reviews split split',
      where: 'true',
      versions: ['v1 25 reviews-v1', 'v2 25 reviews-v2', 'v3 50 reviews-v3'],
      pins: [
        'jason: header end-user is jason -> 1',
        'query: query parameter canary is 1 or header cookie matches ^(.*?;)?(canary=1)(;.*)?$ -> 2',
      ],
    },
    {
      name: 'broken/too-much-weight 0 default',
      where: 'true',
      versions: ['v1 90 beta', 'v2 20 '],
      pins: [],
    },
    {
      name: 'shop/catalog-mesh 1 shop.catalog-mesh.1',
      where: 'true',
      versions: ['catalog-v1 3 catalog-v1', 'catalog-v2 1 catalog-v2'],
      pins: ['shop.catalog-mesh.0: header x-canary is yes -> 1'],
    },
    {
      name: 'shop/storefront 1 shop.storefront.1',
      where: 'false shop/storefront-istio',
      versions: ['storefront-v1 90 storefront-v1', 'storefront-v2 10 storefront-v2'],
      pins: ['shop.storefront.0: path begins with /beta -> 1'],
    },
  ]);
  expect(splitsOf(objects, rootNamespace)).toBe(splits);
});

describe('versions', () => {
  test('a subset is the pods that its labels choose, and not a version label', () => {
    const split = cartSplit(virtualService('cart', { http: [{ route: [to('v1', 90), to('v2', 10)] }] }));
    expect(versions(split)).toEqual([
      ['v1', 90, 0.9, 'cart-v1'],
      ['v2', 10, 0.1, 'cart-v2'],
    ]);
    expect(split.versions[0]).toMatchObject({
      host: 'cart.shop.svc.cluster.local',
      service: { namespace: 'shop', name: 'cart' },
      endpoints: { ready: 1, total: 1 },
    });
  });

  test('a backend Service is what its own selector chooses', () => {
    const split = cartSplit(
      httpRoute('cart', { rules: [{ backendRefs: [backend('cart-stable', 3), backend('cart-canary')] }] }),
    );
    expect(versions(split)).toEqual([
      ['cart-stable', 3, 0.75, 'cart-v1'],
      ['cart-canary', 1, 0.25, 'cart-v2'],
    ]);
  });

  test.each([
    [
      [to('v1', 50), { destination: { host: 'cart-canary' }, weight: 50 }],
      ['cart', 'cart-canary'],
    ],
    [
      [to('v1', 50), { ...to('v2', 30) }, { destination: { host: 'cart-canary' }, weight: 20 }],
      ['cart v1', 'cart v2', 'cart-canary'],
    ],
    [
      [
        { destination: { host: 'cart', subset: 'v1', port: { number: 80 } }, weight: 50 },
        { destination: { host: 'cart', subset: 'v1', port: { number: 81 } }, weight: 50 },
      ],
      ['v1:80', 'v1:81'],
    ],
    [
      [
        { destination: { host: 'api.example.com' }, weight: 50 },
        { destination: { host: 'cart' }, weight: 50 },
      ],
      ['api.example.com', 'cart'],
    ],
  ])('names tell destinations apart: %j', (route, names) => {
    const split = cartSplit(virtualService('cart', { http: [{ route }] }));
    expect(split.versions.map(({ name }) => name)).toEqual(names);
  });

  test('a GRPCRoute on a Service is a split of callers in the mesh', () => {
    const rules = [{ backendRefs: [backend('cart-stable'), backend('cart-canary')] }];
    const split = cartSplit(httpRoute('cart', { rules }, { kind: 'GRPCRoute' }));
    expect([split.protocol, split.isMesh, split.routeName]).toEqual(['grpc', true, 'shop.cart.0']);
  });

  test('connections are split by TLS and TCP rules', () => {
    const splits = cartSplits(
      virtualService('cart', {
        tls: [{ match: [{ port: 443, sniHosts: ['cart'] }], route: [to('v1', 1), to('v2', 99)] }],
        tcp: [{ route: [to('v1')] }, { match: [{ port: 3306 }], route: [to('v1', 50), to('v2', 50)] }],
      }),
    );
    expect(splits.map(({ route, protocol, path }) => [route, protocol, path])).toEqual([
      ['tls-0', 'tls', 'spec.tls[0]'],
      ['tcp-1', 'tcp', 'spec.tcp[1]'],
    ]);
  });
});

test('mirrors, retries and affinity are told', () => {
  const sticky = {
    kind: 'DestinationRule',
    namespace: 'shop',
    name: 'sticky',
    spec: {
      host: 'cart',
      trafficPolicy: { loadBalancer: { consistentHash: { httpCookie: { name: 'user', ttl: '0s' } } } },
    },
  } as const;
  const split = cartSplit(
    sticky,
    virtualService('cart', {
      http: [
        {
          match: [{ uri: { prefix: '/copy' } }],
          mirrors: [{ destination: { host: 'cart', subset: 'v2' }, percentage: { value: 5 } }],
          route: [to('v1')],
        },
        { retries: { attempts: 1 }, route: [to('v1', 50), to('v2', 50)] },
      ],
    }),
  );
  expect(split).toMatchObject({
    mirrors: [{ version: 1, percent: 5 }],
    retryAttempts: 1,
    affinity: 'DestinationRule shop/sticky hashes by cookie user',
  });
});

test('the experimental fields of the Gateway API are read', () => {
  const split = cartSplit(
    httpRoute('cart', {
      rules: [
        {
          name: 'main',
          backendRefs: [backend('cart-stable', 1), backend('cart-canary', 1)],
          retry: { attempts: 5 },
          sessionPersistence: { sessionName: 'user', type: 'Header' },
          filters: [
            {
              type: 'RequestMirror',
              requestMirror: {
                backendRef: backend('cart-canary'),
                fraction: { numerator: 1, denominator: 8 },
              },
            },
          ],
        },
      ],
    }),
  );
  expect(split).toMatchObject({
    route: 'main',
    routeName: 'main',
    retryAttempts: 5,
    affinity: 'session persistence by header user',
    mirrors: [{ version: 1, percent: 12.5 }],
  });
});

test.each([
  [{ fraction: { numerator: 1, denominator: 0 } }, 100],
  [{ fraction: { numerator: 3 } }, 3],
  [{ percent: 20 }, 20],
  [{}, 100],
])('a mirror of %j copies %d % of requests', (portion, percent) => {
  const requestMirror = { backendRef: backend('cart-canary'), ...portion };
  const filters = [{ type: 'RequestMirror', requestMirror }];
  const backendRefs = [backend('cart-stable', 1), backend('cart-canary', 1)];
  const split = cartSplit(httpRoute('cart', { rules: [{ backendRefs, filters }] }));
  expect(split.mirrors).toEqual([{ version: 1, percent }]);
});

test('no objects, no splits', () => {
  expect(splitsOf(meshObjects([]), 'istio-system')).toEqual([]);
  expect(splitsOf(meshObjects([...cart, cartSubsets]), 'istio-system')).toEqual([]);
});
