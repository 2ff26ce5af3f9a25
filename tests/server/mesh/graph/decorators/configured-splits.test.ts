import { describe, expect, test } from 'vitest';
import { configuredSplits } from '#server/mesh/graph/decorators/configured-splits.ts';
import {
  callers,
  client,
  fromService,
  gamma,
  ninety,
  ownServices,
  type SplitCase,
  splitOf,
  toRouted,
  weighted,
} from '#tests/support/split-edge.ts';
import { edge, graphOf, series, workload } from '#tests/support/telemetry.ts';
import { backend, cart, cartSubsets, httpRoute, to, virtualService } from '#tests/support/weighted-routes.ts';

describe('the configured share stands beside the observed one', () => {
  test.each<[string, SplitCase, number]>([
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
