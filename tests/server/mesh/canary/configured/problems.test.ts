import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readObject } from '#server/sources/kubernetes/read-object.ts';
import type { Manifest } from '#tests/support/objects-snapshot.ts';
import {
  backend,
  cartSplit,
  cartSplits,
  deployed,
  httpRoute,
  service,
  to,
  virtualService,
} from '#tests/support/weighted-routes.ts';

const split = (route: readonly unknown[], more: Record<string, unknown> = {}) =>
  virtualService('cart', { http: [{ route }], ...more });

describe('weights', () => {
  test.each<[string, readonly unknown[], number[], string[]]>([
    ['100', [to('v1', 90), to('v2', 10)], [0.9, 0.1], []],
    [
      '0/100',
      [to('v1', 0), to('v2', 100)],
      [0, 1],
      ['v1 has weight 0: proxies leave it out, so requests that arrive there came another way.'],
    ],
    [
      'a sum of 90',
      [to('v1', 60), to('v2', 30)],
      [0.667, 0.333],
      [
        'Weights add up to 90, not 100: Envoy takes them as shares of 90, so v1 gets 66.7 % and v2 gets 33.3 %.',
      ],
    ],
    [
      'a sum of 110',
      [to('v1', 90), to('v2', 20)],
      [0.818, 0.182],
      [
        'Weights add up to 110, not 100: Envoy takes them as shares of 110, so v1 gets 81.8 % and v2 gets 18.2 %.',
      ],
    ],
    [
      'one missing',
      [to('v1', 100), to('v2')],
      [1, 0],
      ['v2 has no weight: among several destinations it gets nothing.'],
    ],
    [
      'all missing',
      [to('v1'), to('v2')],
      [0, 0],
      [
        'v1 has no weight: among several destinations it gets nothing.',
        'v2 has no weight: among several destinations it gets nothing.',
        'All weights are 0: no request is sent on.',
      ],
    ],
    ['all 0', [to('v1', 0), to('v2', 0)], [0, 0], ['All weights are 0: no request is sent on.']],
    [
      'a negative one',
      [to('v1', 100), to('v2', -5)],
      [1, 0],
      ['The weight -5 of v2 is none and counts as 0.'],
    ],
    [
      'the same destination twice',
      [to('v1', 50), to('v1', 50)],
      [1],
      ['All its destinations are the same, v1: there is nothing to split.'],
    ],
  ])('%s', (_, route, shares, problems) => {
    const found = cartSplit(split(route));
    expect(found.versions.map(({ share }) => Math.round(share * 1000) / 1000)).toEqual(shares);
    expect(found.problems.map(({ text }) => text.replace(/\s/g, ' '))).toEqual(problems);
  });

  test('of any size and sign are shares of their sum, or none', () => {
    const weight = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), {
      nil: undefined,
    });
    fc.assert(
      fc.property(fc.array(weight, { minLength: 2, maxLength: 6 }), (weights) => {
        const found = cartSplit(split(weights.map((one, index) => to(`s${index}`, one))));
        const shares = found.versions.map(({ share }) => share);
        const sum = shares.reduce((total, share) => total + share, 0);
        expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
        expect([0, 1]).toContain(Math.round(sum * 1e9) / 1e9);
      }),
    );
  });

  test('that are no numbers take the object out, by name', () => {
    const raw = {
      metadata: { name: 'cart', namespace: 'shop' },
      spec: { hosts: ['cart'], http: [{ route: [{ ...to('v1'), weight: 'half' }] }] },
    };
    expect(readObject('VirtualService', raw).rejected).toMatchObject({
      name: 'cart',
      reason: 'spec.http.0.route.0.weight: Invalid input: expected number, received string',
    });
  });

  test('of the Gateway API are shares of any sum; without one a backend has weight 1', () => {
    const of = (...backendRefs: unknown[]) => cartSplit(httpRoute('cart', { rules: [{ backendRefs }] }));
    expect(of(backend('cart-stable', 3), backend('cart-canary')).problems).toEqual([]);
    expect(of(backend('cart-stable', 0), backend('cart-canary', 0)).problems).toMatchObject([
      { id: 'all-zero', text: 'All weights are 0: proxies answer every request with 500 themselves.' },
    ]);
  });
});

describe('versions', () => {
  test('a subset that no DestinationRule defines', () => {
    const found = cartSplit(split([to('v1', 50), to('v7', 50)]));
    expect(found.versions[1]).toMatchObject({ name: 'v7', share: 0.5, workloads: [] });
    expect(found.problems).toEqual([
      {
        id: 'no-subset',
        text: 'v7: no DestinationRule of shop/cart defines subset v7, so requests sent there get 503 (NC).',
      },
    ]);
  });

  test('a subset without pods, unless nothing is sent there', () => {
    expect(cartSplit(split([to('v1', 50), to('v9', 50)])).problems).toEqual([
      { id: 'no-pods', text: 'v9: no pod stands behind subset v9, so requests sent there get 503 (UH).' },
    ]);
    const unused = cartSplit(split([to('v1', 100), to('v9', 0)]));
    expect(unused.problems.map(({ id }) => id)).toEqual(['zero-weight']);
    expect(unused.versions[1]?.problem).toMatch(/^no pod stands behind subset v9/);
  });

  test('a Service whose pods are not ready, and a workload that is scaled to nothing', () => {
    const backendRefs = [backend('slow', 1), backend('gone', 1)];
    const found = cartSplit(
      service('slow', { app: 'slow' }),
      service('gone', { app: 'gone' }),
      ...deployed('slow', { service: 'slow', labels: { app: 'slow' }, ready: false }),
      ...deployed('gone', { service: 'gone', labels: { app: 'gone' }, ready: 'no pod' }),
      httpRoute('cart', { rules: [{ backendRefs }] }),
    );
    expect(found.versions.map(({ workloads, endpoints }) => [workloads, endpoints])).toEqual([
      [['slow'], { ready: 0, total: 1 }],
      [['gone'], { ready: 0, total: 0 }],
    ]);
    expect(found.problems.map(({ text }) => text)).toEqual([
      'slow: none of the pods of Service shop/slow is ready, so requests sent there get 503 (UH).',
      'gone: no pod stands behind Service shop/gone, so requests sent there get 503 (UH).',
    ]);
  });

  test('a host that nobody has; one of a ServiceEntry is none', () => {
    const entry: Manifest = {
      kind: 'ServiceEntry',
      namespace: 'shop',
      name: 'api',
      spec: { hosts: ['*.example.com'] },
    };
    const found = cartSplit(
      entry,
      split([
        { destination: { host: 'lost.example.org' }, weight: 40 },
        { destination: { host: 'api.example.com' }, weight: 30 },
        { destination: { host: 'ghost' }, weight: 30 },
      ]),
    );
    expect(found.problems.map(({ text }) => text)).toEqual([
      'lost.example.org: no Service or ServiceEntry has the host lost.example.org, so requests sent there fail (NC).',
      'ghost: no Service or ServiceEntry has the host ghost.shop.svc.cluster.local, so requests sent there fail (NC).',
    ]);
  });

  test('subsets that choose the same pods cannot be told apart', () => {
    const all: Manifest = {
      kind: 'DestinationRule',
      namespace: 'shop',
      name: 'all',
      spec: { host: 'cart', subsets: [{ name: 'any' }] },
    };
    expect(cartSplit(all, split([to('v1', 50), to('any', 50)])).problems).toEqual([
      {
        id: 'same-workload',
        text: 'v1 and any both choose pods of cart-v1: telemetry cannot tell their requests apart.',
      },
    ]);
  });
});

describe('where it holds', () => {
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
    const found = cartSplit(
      service('many', { app: 'cart' }, ports),
      httpRoute('cart', { parentRefs, rules }),
    );
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
});

describe('two routes on one host', () => {
  const half = { http: [{ route: [to('v1', 50), to('v2', 50)] }] };
  const one = virtualService('cart', half, { creationTimestamp: '2026-01-02T00:00:00Z' });
  const whole = { http: [{ route: [{ destination: { host: 'cart.shop.svc.cluster.local' } }] }] };
  const problems = (...others: Manifest[]) => cartSplit(one, ...others).problems.map(({ text }) => text);

  test.each<[string, Manifest, string[]]>([
    [
      'an older one',
      virtualService('before', whole, { creationTimestamp: '2026-01-01T00:00:00Z' }),
      [
        'VirtualService shop/before has the same host shop/cart and is older: callers’ proxies take only that one.',
      ],
    ],
    [
      'a younger one',
      virtualService('after', whole, { creationTimestamp: '2026-01-03T00:00:00Z' }),
      [
        'VirtualService shop/after has the same host shop/cart and is younger: callers’ proxies take only this one.',
      ],
    ],
    [
      'one of another namespace',
      virtualService(
        'after',
        { ...whole, hosts: ['cart.shop.svc.cluster.local'] },
        { namespace: 'web', creationTimestamp: '2026-01-03T00:00:00Z' },
      ),
      [
        'VirtualService web/after has the same host shop/cart and is younger: callers’ proxies take only this one, but those in namespace web take that one.',
      ],
    ],
    [
      'an HTTPRoute',
      httpRoute('cart', { rules: [{ backendRefs: [backend('cart-stable')] }] }),
      [
        'HTTPRoute shop/cart has the same host shop/cart: proxies take one of the two; their routes show which.',
      ],
    ],
    ['one of another host', virtualService('else', { ...whole, hosts: ['cart-canary'] }), []],
    ['one of gateways only', virtualService('else', { ...whole, gateways: ['edge'] }), []],
    ['a wildcard', virtualService('else', { ...whole, hosts: ['*.shop.svc.cluster.local'] }), []],
  ])('%s', (_, other, texts) => {
    expect(problems(other)).toEqual(texts);
  });

  test('one for callers of other namespaces is none', () => {
    const own = virtualService('cart', { ...half, exportTo: ['.'] });
    const other = virtualService(
      'cart',
      { ...whole, hosts: ['cart.shop.svc.cluster.local'], exportTo: ['.'] },
      { namespace: 'web' },
    );
    expect(cartSplit(own, other).problems).toEqual([]);
  });

  test('routes of the Gateway API are merged: only the same match contradicts', () => {
    const backendRefs = [backend('cart-stable'), backend('cart-canary')];
    const at = (value: string) => [{ path: { type: 'PathPrefix', value } }];
    const main = httpRoute('main', { rules: [{ matches: at('/'), backendRefs }] });
    const other = (value: string) =>
      httpRoute('other', { rules: [{ matches: at(value), backendRefs: [backend('cart-stable')] }] });
    expect(cartSplit(main, other('/a')).problems).toEqual([]);
    expect(cartSplit(main, other('/')).problems).toMatchObject([
      {
        id: 'two-routes',
        text: 'HTTPRoute shop/other has the same host shop/cart and a rule with the same match, and is younger: this rule wins.',
      },
    ]);
  });
});
