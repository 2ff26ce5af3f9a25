import { expect, test } from 'vitest';
import { edge, graphOf, lines, nobody, requests, seenByBoth, workload } from '#tests/support/telemetry.ts';

const client = workload('shop/client-v1');
const service = (name: string) => ({ kind: 'Service' as const, namespace: 'shop', name });
const catalogRoute = {
  kind: 'HTTPRoute' as const,
  namespace: 'shop',
  name: 'catalog-mesh',
  spec: {
    parentRefs: [{ kind: 'Service', group: '', name: 'catalog' }],
    rules: [
      {
        backendRefs: [
          { name: 'catalog-v1', weight: 3 },
          { name: 'catalog-v2', weight: 1 },
        ],
      },
    ],
  },
};
const objects = [service('catalog'), service('catalog-v1'), service('catalog-v2'), catalogRoute];
const toCatalog = (version: string, value: number, from = client) =>
  seenByBoth({ from, to: workload(`shop/catalog-${version}`), service: `shop/catalog-${version}`, value });

test('backends of a route are drawn under the routed host, with the share that each got', () => {
  const rows = [...toCatalog('v1', 75), ...toCatalog('v2', 25)];
  const graph = graphOf({ requests: rows }, { objects, query: { serviceNodes: 'routed' } });
  expect(lines(graph)).toEqual([
    'service:shop/catalog -> workload:shop/catalog-v1 http',
    'service:shop/catalog -> workload:shop/catalog-v2 http',
    'workload:shop/client-v1 -> service:shop/catalog http',
  ]);
  expect(edge(graph, 'workload:shop/client-v1 -> service:shop/catalog http').requestCount).toBe(100);
  expect(edge(graph, 'service:shop/catalog -> workload:shop/catalog-v1 http')).toMatchObject({
    splitShare: 0.75,
    route: { kind: 'HTTPRoute', namespace: 'shop', name: 'catalog-mesh' },
  });
});

test('without folding the backends stand as telemetry reports them', () => {
  const graph = graphOf(
    { requests: toCatalog('v1', 75) },
    { objects, query: { serviceNodes: 'true', foldRoutes: 'false' } },
  );
  expect(lines(graph)).toEqual([
    'service:shop/catalog-v1 -> workload:shop/catalog-v1 http',
    'workload:shop/client-v1 -> service:shop/catalog-v1 http',
  ]);
});

test('without service nodes each caller has its own split, so that a stale proxy shows', () => {
  const stale = workload('shop/checkout');
  const rows = [
    ...toCatalog('v1', 75),
    ...toCatalog('v2', 25),
    ...toCatalog('v1', 50, stale),
    ...toCatalog('v2', 50, stale),
  ];
  const graph = graphOf({ requests: rows }, { objects });
  expect(edge(graph, 'workload:shop/client-v1 -> workload:shop/catalog-v1 http').splitShare).toBe(0.75);
  expect(edge(graph, 'workload:shop/checkout -> workload:shop/catalog-v1 http').splitShare).toBe(0.5);
});

test('a request that failed at a folded backend ends at the routed host', () => {
  const failed = requests({
    reporter: 'source',
    from: client,
    to: nobody,
    service: 'shop/catalog-v2',
    code: '503',
    flags: 'UH',
    value: 5,
  });
  const graph = graphOf(
    { requests: [failed, ...toCatalog('v1', 75)] },
    { objects, query: { serviceNodes: 'routed' } },
  );
  expect(edge(graph, 'workload:shop/client-v1 -> service:shop/catalog http')).toMatchObject({
    requestCount: 80,
  });
  expect(edge(graph, 'service:shop/catalog -> workload:shop/catalog-v1 http')).toMatchObject({
    splitShare: 1,
  });
});

test('a backend that two hosts share stands for itself, since nothing tells which was asked', () => {
  const other = {
    ...catalogRoute,
    name: 'other',
    spec: { ...catalogRoute.spec, parentRefs: [{ kind: 'Service', group: '', name: 'other' }] },
  };
  const graph = graphOf(
    { requests: toCatalog('v1', 75) },
    { objects: [...objects, other], query: { serviceNodes: 'true' } },
  );
  expect(lines(graph)).toContain('workload:shop/client-v1 -> service:shop/catalog-v1 http');
});

test('behind a gateway the share is on the edges out of the gateway', () => {
  const gateway = workload('shop/web-istio');
  const graph = graphOf(
    {
      requests: ['v1', 'v2'].flatMap((version) =>
        seenByBoth({
          from: gateway,
          to: workload(`shop/front-${version}`),
          service: `shop/front-${version}`,
          value: version === 'v1' ? 90 : 10,
        }),
      ),
    },
    {
      objects: [
        { kind: 'Gateway', namespace: 'shop', name: 'web', spec: { gatewayClassName: 'istio' } },
        {
          kind: 'HTTPRoute',
          namespace: 'shop',
          name: 'front',
          spec: {
            parentRefs: [{ name: 'web' }],
            rules: [
              {
                backendRefs: [
                  { name: 'front-v1', weight: 90 },
                  { name: 'front-v2', weight: 10 },
                ],
              },
            ],
          },
        },
      ],
      query: { serviceNodes: 'routed' },
    },
  );
  expect(edge(graph, 'workload:shop/web-istio -> workload:shop/front-v1 http')).toMatchObject({
    splitShare: 0.9,
    route: { kind: 'HTTPRoute', name: 'front' },
  });
});

test('subsets of one host are split at its service node, by a VirtualService', () => {
  const graph = graphOf(
    {
      requests: ['v1', 'v2'].flatMap((version) =>
        seenByBoth({
          from: client,
          to: workload(`shop/reviews-${version}`),
          service: 'shop/reviews',
          value: 50,
        }),
      ),
    },
    {
      objects: [
        service('reviews'),
        {
          kind: 'VirtualService',
          namespace: 'shop',
          name: 'reviews',
          spec: {
            hosts: ['reviews'],
            http: [
              {
                route: [
                  { destination: { host: 'reviews', subset: 'v1' }, weight: 50 },
                  { destination: { host: 'reviews.shop.svc.cluster.local', subset: 'v2' }, weight: 50 },
                ],
              },
            ],
          },
        },
      ],
      query: { serviceNodes: 'routed' },
    },
  );
  expect(edge(graph, 'service:shop/reviews -> workload:shop/reviews-v2 http')).toMatchObject({
    splitShare: 0.5,
    route: { kind: 'VirtualService', name: 'reviews' },
  });
});
