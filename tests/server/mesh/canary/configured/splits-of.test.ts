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

describe('who meets it', () => {
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
});

describe('delegates', () => {
  const delegate = virtualService('cart-rules', {
    hosts: [],
    http: [
      { name: 'beta', match: [{ headers: { 'x-beta': {} } }], route: [to('v2')] },
      { name: 'split', route: [to('v1', 80), to('v2', 20)] },
    ],
  });
  const root = virtualService('cart', {
    http: [
      {
        name: 'pay',
        match: [{ uri: { prefix: '/pay' } }],
        delegate: { name: 'cart-rules' },
        retries: { attempts: 4 },
        mirror: { host: 'cart', subset: 'v2' },
      },
      { name: 'rest', route: [to('v1')] },
    ],
  });

  test('a delegate’s rule stands where it is written, under its root’s match and name', () => {
    const split = cartSplit(root, delegate);
    expect(split).toMatchObject({
      object: { name: 'cart-rules' },
      root: { name: 'cart' },
      route: 'split',
      path: 'spec.http[1]',
      routeName: 'pay-split',
      hosts: ['cart'],
      matches: ['path begins with /pay'],
      retryAttempts: 4,
      pins: [
        { routeName: 'pay-beta', matches: ['path begins with /pay, header x-beta is there'], versions: [1] },
        { routeName: 'rest', matches: [], versions: [0] },
      ],
    });
    expect(split.mirrors).toContainEqual({ version: 1, percent: 100 });
  });

  test('a delegate of two roots is a split for each, and nobody’s delegate is none', () => {
    const other = virtualService('cart-too', {
      hosts: ['cart-canary'],
      http: [{ delegate: { name: 'cart-rules' } }],
    });
    expect(cartSplits(root, other, delegate).map(({ route, root: of }) => [route, of.name])).toEqual([
      ['split-1', 'cart'],
      ['split-1-2', 'cart-too'],
    ]);
    expect(cartSplits(delegate)).toEqual([]);
  });

  test('a delegate that is missing leaves the other rules', () => {
    const lost = virtualService('cart', {
      http: [{ delegate: { name: 'gone' } }, { route: [to('v1', 1), to('v2', 1)] }],
    });
    expect(cartSplit(lost).path).toBe('spec.http[1]');
  });
});

describe('pins', () => {
  test('a rule after the split counts like one before it, one that is never reached does not', () => {
    const split = cartSplit(
      virtualService('cart', {
        http: [
          { name: 'split', match: [{ uri: { prefix: '/new' } }], route: [to('v1', 50), to('v2', 50)] },
          { name: 'rest', route: [to('v1')] },
          { name: 'late', route: [to('v2')] },
        ],
      }),
    );
    expect(split.pins.map(({ routeName, versions: reached }) => [routeName, reached])).toEqual([
      ['rest', [0]],
    ]);
  });

  test('a destination without a subset reaches every version of the host', () => {
    const split = cartSplit(
      virtualService('cart', {
        http: [
          { name: 'whole', match: [{ uri: { exact: '/' } }], route: [{ destination: { host: 'cart' } }] },
          {
            name: 'elsewhere',
            match: [{ uri: { exact: '/x' } }],
            route: [{ destination: { host: 'cart-canary' } }],
          },
          { name: 'split', route: [to('v1', 50), to('v2', 50)] },
        ],
      }),
    );
    expect(split.pins.map(({ routeName, versions: reached }) => [routeName, reached])).toEqual([
      ['whole', [0, 1]],
    ]);
  });

  test('a rule at a gateway is no pin of callers in the mesh', () => {
    const split = cartSplit(
      virtualService('cart', {
        gateways: ['mesh', 'edge'],
        http: [
          { match: [{ gateways: ['edge'] }], route: [to('v2')] },
          { match: [{ gateways: ['mesh'] }], route: [to('v1', 50), to('v2', 50)] },
        ],
      }),
    );
    expect(split.pins).toEqual([]);
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
  [
    ['a', 'a', undefined],
    ['a-0', 'a-1', '2'],
  ],
  [
    ['1', undefined, 'b'],
    ['1-0', '1', 'b'],
  ],
  [
    ['x'.repeat(300), '', 'c'],
    ['0', '1', 'c'],
  ],
])('names %j are called %j', (names, ids) => {
  const http = names.map((name, index) => ({
    ...(name === undefined ? {} : { name }),
    match: [{ uri: { prefix: `/${index}` } }],
    route: [to('v1', 50), to('v2', 50)],
  }));
  expect(cartSplits(virtualService('cart', { http })).map(({ route }) => route)).toEqual(ids);
});

test('no objects, no splits', () => {
  expect(splitsOf(meshObjects([]), 'istio-system')).toEqual([]);
  expect(splitsOf(meshObjects([...cart, cartSubsets]), 'istio-system')).toEqual([]);
});
