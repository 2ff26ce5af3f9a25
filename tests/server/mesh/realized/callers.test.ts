import { expect, test } from 'vitest';
import { loadCallers } from '#server/mesh/realized/load-callers.ts';
import type { MetricQuery } from '#server/metrics/query.ts';
import { graphContext } from '#tests/support/graph-context.ts';
import { type Manifest, objectsSnapshot } from '#tests/support/objects-snapshot.ts';
import { proxyPod } from '#tests/support/proxy-links.ts';

const labels = { app: 'web', version: 'v1' };
const manifests: readonly Manifest[] = [
  {
    kind: 'Service',
    namespace: 'shop',
    name: 'web',
    spec: { selector: { app: 'web' }, ports: [{ port: 80 }] },
  },
  {
    kind: 'Service',
    namespace: 'shop',
    name: 'cart',
    spec: { selector: { app: 'cart' }, ports: [{ port: 80 }] },
  },
  { kind: 'ServiceEntry', namespace: 'shop', name: 'api', spec: { hosts: ['api.example.com'] } },
  proxyPod({ name: 'web', labels }),
  proxyPod({ name: 'cart', labels: { app: 'cart' } }),
  proxyPod({ name: 'gate', namespace: 'doors', labels: { app: 'gate' } }, ['router']),
  proxyPod({ name: 'far', namespace: 'away', labels: { app: 'far' } }),
  proxyPod({ name: 'plain', labels: { app: 'plain' }, spec: { containers: [{ name: 'app' }] } }),
];
const context = graphContext({ objects: objectsSnapshot(manifests) });

test.each<[string, { proxies: string[]; section: string; filter: string; because?: RegExp }]>([
  [
    'workload:Kubernetes/shop/web|service:Kubernetes/shop/cart|http',
    { proxies: ['shop/web'], section: 'routes', filter: 'cart.shop.svc.cluster.local' },
  ],
  [
    'application:Kubernetes/shop/web/v1/web|workload:Kubernetes/shop/cart|grpc',
    { proxies: ['shop/web'], section: 'routes', filter: 'cart.shop.svc.cluster.local' },
  ],
  [
    'workload:Kubernetes/shop/web|serviceEntry:Kubernetes/shop/api|tcp',
    { proxies: ['shop/web'], section: 'listeners', filter: 'api.example.com' },
  ],
  [
    'workload:Kubernetes/shop/web|passthrough:Kubernetes|http',
    { proxies: ['shop/web'], section: 'routes', filter: 'PassthroughCluster' },
  ],
  [
    'service:Kubernetes/shop/cart|workload:Kubernetes/shop/cart|http',
    { proxies: ['shop/web', 'away/far'], section: 'routes', filter: 'cart.shop.svc.cluster.local' },
  ],
  [
    'workload:Kubernetes/shop/plain|service:Kubernetes/shop/cart|http',
    {
      proxies: [],
      section: 'routes',
      filter: 'cart.shop.svc.cluster.local',
      because: /No pod of plain runs a proxy/,
    },
  ],
  [
    'unknown:Kubernetes|service:Kubernetes/shop/cart|http',
    { proxies: [], section: 'routes', filter: 'cart.shop.svc.cluster.local', because: /source is not known/ },
  ],
])('%s', async (edge, expected) => {
  const { data } = await loadCallers({ edge, service: undefined }, context);
  const { proxies, section, filter, because } = data;
  expect({ proxies: proxies.map(({ namespace, pod }) => `${namespace}/${pod}`), section, filter }).toEqual({
    proxies: expected.proxies,
    section: expected.section,
    filter: expected.filter,
  });
  expect(because ?? '').toMatch(expected.because ?? /^$/);
});

test('callers of a service are its clients and not its own pods, the busiest first', async () => {
  const byMetric = async (query: MetricQuery) => {
    const isOfRequests = query.selector.metric === 'istio_requests_total';
    const labels = { source_workload_namespace: 'away', source_workload: 'far' };
    return { rows: isOfRequests ? [{ labels, value: 12 }] : [], warnings: [] };
  };
  const { data } = await loadCallers(
    { edge: undefined, service: 'shop/cart' },
    graphContext({ query: byMetric, objects: objectsSnapshot(manifests) }),
  );
  expect(data.proxies.map(({ pod, why }) => [pod, why])).toEqual([
    ['far', 'Its workload called it within the last 10 minutes.'],
    ['web', 'Its pod may call.'],
  ]);
});

test('a gateway is a caller of what its routes lead to', async () => {
  const routed: Manifest[] = [
    {
      kind: 'IstioGateway',
      namespace: 'doors',
      name: 'front',
      spec: { selector: { app: 'gate' }, servers: [{ port: { number: 80 }, hosts: ['*'] }] },
    },
    {
      kind: 'Deployment',
      namespace: 'doors',
      name: 'gate',
      spec: { template: { metadata: { labels: { app: 'gate' } } } },
    },
    {
      kind: 'VirtualService',
      namespace: 'shop',
      name: 'front',
      spec: {
        hosts: ['shop.example.com'],
        gateways: ['doors/front'],
        http: [{ route: [{ destination: { host: 'cart' } }] }],
      },
    },
  ];
  const { data } = await loadCallers(
    { edge: undefined, service: 'shop/cart' },
    graphContext({ objects: objectsSnapshot([...manifests, ...routed]) }),
  );
  expect(data.proxies.map(({ pod }) => pod)).toEqual(['gate', 'web', 'far']);
});

test('without counts the order is by namespace, and a warning says so', async () => {
  const failing = async () => {
    throw new Error('The store is away.');
  };
  const { data, warnings } = await loadCallers(
    { edge: undefined, service: 'shop/cart' },
    graphContext({ query: failing, objects: objectsSnapshot(manifests) }),
  );
  expect(data.proxies.map(({ pod }) => pod)).toEqual(['web', 'far']);
  expect(warnings.map(({ code }) => code)).toEqual(['metrics_missing']);
});

test.each([
  [{ edge: 'nonsense', service: undefined }, /not the id of an edge/],
  [{ edge: undefined, service: 'shop' }, /not <namespace>\/<name>/],
])('%j is refused', async (query, message) => {
  await expect(loadCallers(query, context)).rejects.toThrow(message);
});
