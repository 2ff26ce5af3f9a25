import { describe, expect, test } from 'vitest';
import { configuredSplits } from '#server/mesh/graph/decorators/configured-splits.ts';
import {
  callers,
  client,
  direct,
  gamma,
  ninety,
  ownServices,
  type SplitCase,
  splitOf,
  weighted,
} from '#tests/support/split-edge.ts';
import { edge, graphOf, seenByBoth, workload } from '#tests/support/telemetry.ts';
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

describe('a share that cannot be certain is left out, with the reason', () => {
  const twoRules = virtualService('cart', {
    http: [{ match: [{ uri: { prefix: '/v1' } }], ...weighted(90, 10) }, weighted(50, 50)],
  });
  test.each<[string, SplitCase, RegExp, number]>([
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
