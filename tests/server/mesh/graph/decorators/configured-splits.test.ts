import { describe, expect, test } from 'vitest';
import type { EdgeSplit } from '#lib/contract/edge-split.ts';
import { configuredSplits } from '#server/mesh/graph/decorators/configured-splits.ts';
import type { Manifest } from '#tests/support/objects-snapshot.ts';
import { edge, graphOf, type Party, seenByBoth, series, workload } from '#tests/support/telemetry.ts';
import {
  backend,
  cart,
  cartSubsets,
  deployed,
  httpRoute,
  service,
  to,
  virtualService,
} from '#tests/support/weighted-routes.ts';

const client = workload('shop/client-v1');
const callers = deployed('client-v1', { service: 'client', labels: { app: 'client' } });

type Case = {
  routes: readonly Manifest[];
  query?: Record<string, string>;
  from?: Party;
  /** The Service that telemetry names, by workload. */
  addressed?: Record<string, string>;
  protocol?: 'http' | 'grpc';
  line?: string;
};

const direct = 'workload:shop/client-v1 -> workload:shop/cart-v2 http';

function splitOf({ routes, query = {}, from = client, addressed, protocol, line = direct }: Case): EdgeSplit {
  const requests = [
    ['cart-v1', 750],
    ['cart-v2', 250],
  ] as const;
  const graph = graphOf(
    {
      requests: requests.flatMap(([name, value]) =>
        seenByBoth({
          from,
          to: workload(`shop/${name}`),
          service: `shop/${addressed?.[name] ?? 'cart'}`,
          value,
          ...(protocol === undefined ? {} : { protocol }),
        }),
      ),
    },
    { objects: [...cart, ...callers, cartSubsets, ...routes], query, decorators: [configuredSplits] },
  );
  const { split } = edge(graph, line);
  if (split === undefined) throw new Error(`${line} has no split`);
  return split;
}

const weighted = (first: number, second: number) => ({ route: [to('v1', first), to('v2', second)] });
const ninety = virtualService('cart', { http: [weighted(90, 10)] });
const ownServices = { 'cart-v1': 'cart-stable', 'cart-v2': 'cart-canary' };
const gamma = httpRoute('cart-mesh', {
  rules: [{ backendRefs: [backend('cart-stable', 3), backend('cart-canary', 1)] }],
});
const toRouted = { serviceNodes: 'routed' };
const fromService = 'service:shop/cart -> workload:shop/cart-v2 http';

describe('the configured share stands beside the observed one', () => {
  test.each<[string, Case, number]>([
    ['of a subset by its caller', { routes: [ninety] }, 0.1],
    ['of a subset behind its service node', { routes: [ninety], query: toRouted, line: fromService }, 0.1],
    [
      'of weights that do not add up to 100',
      { routes: [virtualService('cart', { http: [weighted(90, 20)] })] },
      0.1818,
    ],
    ['of a weight of 0', { routes: [virtualService('cart', { http: [weighted(100, 0)] })] }, 0],
    [
      'of two destinations that are one version',
      {
        routes: [virtualService('cart', { http: [{ route: [to('v1', 60), to('v2', 30), to('v2', 10)] }] })],
      },
      0.4,
    ],
    [
      'of backends that are Services, folded under the routed one',
      { routes: [gamma], addressed: ownServices, query: toRouted, line: fromService },
      0.25,
    ],
    ['of backends that are Services, by caller', { routes: [gamma], addressed: ownServices }, 0.25],
    [
      'with a rule before it that only matches',
      {
        routes: [
          virtualService('cart', {
            http: [
              { match: [{ headers: { 'end-user': { exact: 'jason' } } }], route: [to('v2')] },
              weighted(90, 10),
            ],
          }),
        ],
      },
      0.1,
    ],
  ])('%s', (_, given, share) => {
    const split = splitOf(given);
    expect(split.configuredShare).toBe(share);
    expect(split.notCompared).toBeUndefined();
    expect(split).toMatchObject({
      count: 250,
      totalCount: 1000,
      observedShare: 0.25,
      low: 0.2242,
      high: 0.2778,
    });
    expect(split.canaries.length).toBe(1);
  });

  test('of a gateway, on the way out of it', () => {
    const gateway = workload('shop/web-istio', 'Kubernetes');
    const split = splitOf({
      routes: [
        { kind: 'Gateway', namespace: 'shop', name: 'web', spec: { gatewayClassName: 'istio' } },
        {
          kind: 'Deployment',
          namespace: 'shop',
          name: 'web-istio',
          spec: {
            template: { metadata: { labels: { 'gateway.networking.k8s.io/gateway-name': 'web' } } },
          },
        },
        httpRoute('front', {
          parentRefs: [{ name: 'web' }],
          rules: [{ backendRefs: [backend('cart-stable', 90), backend('cart-canary', 10)] }],
        }),
      ],
      from: gateway,
      addressed: ownServices,
      query: toRouted,
      line: 'workload:shop/web-istio -> workload:shop/cart-v2 http',
    });
    expect(split).toMatchObject({ configuredShare: 0.1, callers: ['shop/web-istio'] });
  });

  test('with who calls, or without where all callers of a service are summed up', () => {
    expect(splitOf({ routes: [ninety] }).callers).toEqual(['shop/client-v1']);
    expect(splitOf({ routes: [ninety], query: toRouted, line: fromService }).callers).toBeUndefined();
  });

  test('with the rules that send more there, whose requests count, too', () => {
    const pinned = virtualService('cart', {
      http: [
        { match: [{ headers: { 'end-user': { exact: 'jason' } } }], route: [to('v2')] },
        weighted(90, 10),
      ],
    });
    expect(splitOf({ routes: [pinned] }).pins).toEqual([
      'header end-user is jason, by shop/cart spec.http[0]',
    ]);
    expect(splitOf({ routes: [ninety] }).pins).toBeUndefined();
  });
});

describe('a share that cannot be certain is left out, with the reason', () => {
  const twoRules = virtualService('cart', {
    http: [{ match: [{ uri: { prefix: '/v1' } }], ...weighted(90, 10) }, weighted(50, 50)],
  });
  test.each<[string, Case, RegExp, number]>([
    [
      'two weighted rules',
      { routes: [twoRules] },
      /^2 weighted rules lead here.*spec\.http\[0\], shop\/cart spec\.http\[1\]\.$/,
      2,
    ],
    [
      'rules that only match',
      {
        routes: [
          virtualService('cart', {
            http: [
              { match: [{ sourceLabels: { app: 'client' } }], route: [to('v2')] },
              { route: [to('v1')] },
            ],
          }),
        ],
      },
      /^No weighted rule of VirtualService shop\/cart leads here: its other rules do\.$/,
      0,
    ],
    [
      'a version with more workloads than this one',
      {
        routes: [
          ninety,
          ...deployed('cart-v3', { service: 'cart', labels: { app: 'cart', track: 'canary' } }),
        ],
      },
      /^A version of VirtualService shop\/cart has more workloads than this one\.$/,
      1,
    ],
    [
      'backends that are drawn apart',
      {
        routes: [gamma],
        addressed: ownServices,
        query: { serviceNodes: 'true', foldRoutes: 'false' },
        line: 'service:shop/cart-canary -> workload:shop/cart-v2 http',
      },
      /stand behind services of their own here/,
      1,
    ],
    [
      'a rule for other callers',
      {
        routes: [
          httpRoute(
            'cart-mesh',
            {
              parentRefs: [{ kind: 'Service', group: '', name: 'cart', namespace: 'shop' }],
              rules: [{ backendRefs: [backend('cart-stable', 3), backend('cart-canary', 1)] }],
            },
            { namespace: 'shop' },
          ),
        ],
        addressed: ownServices,
        from: workload('shop/nobody-v1'),
        line: 'workload:shop/nobody-v1 -> workload:shop/cart-v2 http',
      },
      /^The weights of HTTPRoute shop\/cart-mesh do not hold for these callers\.$/,
      0,
    ],
  ])('%s', (_, given, reason, canaries) => {
    const split = splitOf(given);
    expect(split.configuredShare).toBeUndefined();
    expect(split.notCompared).toMatch(reason);
    expect(split.canaries.length).toBe(canaries);
  });

  test('a share of chance alone has nothing to be compared with', () => {
    const graph = graphOf(
      {
        requests: ['cart-v1', 'cart-v2'].flatMap((name) =>
          seenByBoth({ from: client, to: workload(`shop/${name}`), service: 'shop/cart', value: 5 }),
        ),
      },
      { objects: [...cart, service('other', { app: 'x' })], decorators: [configuredSplits] },
    );
    expect(edge(graph, direct).split).toEqual({
      count: 5,
      totalCount: 10,
      observedShare: 0.5,
      low: 0.2366,
      high: 0.7634,
      canaries: [],
    });
  });
});

test('of TCP it is connections that are counted, and rules for TCP that they are compared with', () => {
  const opened = (name: string, value: number) =>
    series({ reporter: 'source', from: client, to: workload(`shop/${name}`), service: 'shop/cart', value });
  const rules = virtualService('cart', {
    http: [weighted(50, 50)],
    tcp: [{ match: [{ port: 80 }], ...weighted(70, 30) }],
  });
  const graph = graphOf(
    { connectionsOpened: [opened('cart-v1', 60), opened('cart-v2', 40)] },
    { objects: [...cart, ...callers, cartSubsets, rules], decorators: [configuredSplits] },
  );
  const { split } = edge(graph, 'workload:shop/client-v1 -> workload:shop/cart-v2 tcp');
  expect(split).toMatchObject({ count: 40, totalCount: 100, observedShare: 0.4, configuredShare: 0.3 });
  expect(split?.canaries.map(({ route }) => route)).toEqual(['tcp-0']);
});

test('with a part of the requests in another cluster nothing is compared', () => {
  const away = workload('shop/cart-v2', 'west');
  const rows = [workload('shop/cart-v1'), workload('shop/cart-v2'), away].flatMap((to) =>
    seenByBoth({ from: client, to, service: 'shop/cart', value: 50 }),
  );
  const graph = graphOf(
    { requests: rows },
    { objects: [...cart, ...callers, cartSubsets, ninety], decorators: [configuredSplits] },
  );
  const splits = graph.edges.flatMap(({ split }) => split ?? []);
  expect(splits.map(({ configuredShare }) => configuredShare)).toEqual([undefined, undefined, undefined]);
  expect(edge(graph, direct).split?.notCompared).toMatch(/goes to another cluster\.$/);
});
