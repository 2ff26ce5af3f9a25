import { describe, expect, test } from 'vitest';
import { cartRouting, subsets, to, virtualService } from '#tests/support/cart-routing.ts';
import type { Manifest } from '#tests/support/objects-snapshot.ts';

describe('the sentence', () => {
  const summaries: readonly [string, readonly Manifest[], string][] = [
    ['no route', [], 'No route decides: every request goes to its one ready pod.'],
    [
      'a split',
      [subsets, virtualService('cart', { http: [{ route: [to('v1', 90), to('v2', 10)] }] })],
      'VirtualService shop/cart decides: 90 % to cart v1, 10 % to cart v2 (no pod behind it is ready).',
    ],
    [
      'only particular rules',
      [
        subsets,
        virtualService('cart', { http: [{ match: [{ uri: { prefix: '/a' } }], route: [to('v1')] }] }),
      ],
      'VirtualService shop/cart decides: what none of its rules matches gets 404 (NR).',
    ],
    [
      'an answer of the proxy itself',
      [virtualService('cart', { http: [{ directResponse: { status: 418 } }] })],
      'VirtualService shop/cart decides: answers 418 itself.',
    ],
  ];
  for (const [what, manifests, summary] of summaries)
    test(`with ${what}`, () => expect(cartRouting(manifests).summary).toBe(summary));

  test('without any pod', () => {
    const lonely: Manifest = { kind: 'Service', namespace: 'shop', name: 'lonely', spec: {} };
    expect(cartRouting([lonely], { namespace: 'shop', name: 'lonely' }).summary).toBe(
      'No route decides, and no pod stands behind it: requests get 503 (UH).',
    );
  });
});

describe('destinations', () => {
  test('a subset that nobody defines, and one without pods, say what becomes of requests', () => {
    const { routes, subsets: found } = cartRouting([
      subsets,
      virtualService('cart', { http: [{ route: [to('v3', 50), to('v9', 50)] }] }),
    ]);
    expect(routes[0]?.rules[0]?.destinations.map(({ problem }) => problem)).toEqual([
      'no pod behind it is ready',
      'no DestinationRule of shop/cart defines subset v9',
    ]);
    expect(
      found.map(({ name, endpoints, problem }) => [name, endpoints.ready, endpoints.total, problem]),
    ).toEqual([
      ['v1', 1, 1, undefined],
      ['v2', 0, 1, 'none of its pods is ready: requests to it get 503 (UH)'],
      ['v3', 0, 0, 'no pod of the service has these labels: requests to it get 503 (UH)'],
    ]);
  });

  test('a host that nobody has is named', () => {
    const { routes } = cartRouting([
      virtualService('cart', {
        http: [{ route: [{ destination: { host: 'gone.nowhere.svc.cluster.local' } }] }],
      }),
    ]);
    expect(routes[0]?.rules[0]?.destinations[0]?.problem).toBe(
      'no Service or ServiceEntry has the host gone.nowhere.svc.cluster.local',
    );
  });

  test('weights are shares of their sum, whatever that is', () => {
    const { routes } = cartRouting([
      subsets,
      virtualService('cart', { http: [{ route: [to('v1', 90), to('v2', 20)] }] }),
    ]);
    const [rule] = routes[0]?.rules ?? [];
    expect(rule?.destinations.map(({ share }) => Number(share.toFixed(3)))).toEqual([0.818, 0.182]);
    expect(rule?.actions).toEqual(['weights add up to 110, so they are shares of 110']);
  });
});

describe('in force', () => {
  const all = { http: [{ route: [{ destination: { host: 'cart' } }] }] };

  test('of two VirtualServices of one host callers take the older', () => {
    const { routes } = cartRouting([
      virtualService('newer', all, { creationTimestamp: '2026-02-01T00:00:00Z' }),
      virtualService('older', all, { creationTimestamp: '2026-01-01T00:00:00Z' }),
    ]);
    expect(routes.map(({ object, isInForce }) => [object.name, isInForce])).toEqual([
      ['older', true],
      ['newer', false],
    ]);
    expect(routes[1]?.why.text).toContain('VirtualService shop/older names the same host and is older');
  });

  test('what is not exported holds in its own namespace only', () => {
    const { routes } = cartRouting([virtualService('cart', { ...all, exportTo: ['.'] })]);
    expect(routes[0]?.why.text).toContain('Callers with a proxy in namespace shop apply it');
  });

  test('a gateway that is missing, and one that nobody serves, apply nothing', () => {
    const gateway: Manifest = {
      kind: 'IstioGateway',
      namespace: 'shop',
      name: 'unserved',
      spec: {
        selector: { app: 'nobody' },
        servers: [{ port: { number: 80, protocol: 'HTTP' }, hosts: ['*'] }],
      },
    };
    const { routes, entrances } = cartRouting([
      gateway,
      virtualService('web', { ...all, hosts: ['shop.example.com'], gateways: ['missing', 'unserved'] }),
    ]);
    expect(routes.map(({ side, isInForce, why }) => [side, isInForce, why.text])).toEqual([
      [
        'gateway',
        false,
        'No proxy applies it: gateway shop/missing does not exist; no workload has the labels that gateway shop/unserved selects.',
      ],
    ]);
    expect(entrances.map(({ url, problem }) => [url, problem])).toEqual([
      ['http://shop.example.com/', 'no workload serves this gateway'],
    ]);
  });

  test('addresses of entrances have the scheme, port and narrower host of their listener', () => {
    const gateway: Manifest = {
      kind: 'IstioGateway',
      namespace: 'shop',
      name: 'web',
      spec: {
        selector: { app: 'nobody' },
        servers: [
          { port: { number: 8443, protocol: 'HTTPS' }, tls: { mode: 'SIMPLE' }, hosts: ['./*.example.com'] },
          { port: { number: 80, protocol: 'HTTPS' }, tls: { mode: 'ISTIO_MUTUAL' }, hosts: ['*'] },
          { port: { number: 9000, protocol: 'TCP' }, hosts: ['*'] },
        ],
      },
    };
    const { entrances } = cartRouting([
      gateway,
      virtualService('web', {
        hosts: ['shop.example.com'],
        gateways: ['web'],
        http: [{ match: [{ uri: { prefix: '/cart' } }], route: [{ destination: { host: 'cart' } }] }],
      }),
    ]);
    expect(entrances.map(({ url }) => url)).toEqual(['https://shop.example.com:8443/cart']);
  });
});

test('a ServiceEntry is left for its hosts, and has no pods to count', () => {
  const entry: Manifest = {
    kind: 'ServiceEntry',
    namespace: 'shop',
    name: 'api',
    spec: { hosts: ['*.api.example.com'], resolution: 'DNS' },
  };
  const { summary, endpoints } = cartRouting([entry], { namespace: 'shop', name: 'api' });
  expect(summary).toBe('No route decides: requests leave for *.api.example.com.');
  expect(endpoints).toBeUndefined();
});

test('a DestinationRule of another namespace holds for its own callers only', () => {
  const { destinationRules } = cartRouting([
    subsets,
    {
      kind: 'DestinationRule',
      namespace: 'web',
      name: 'cart',
      spec: { host: 'cart.shop.svc.cluster.local' },
    },
    {
      kind: 'DestinationRule',
      namespace: 'istio-system',
      name: 'cart',
      spec: { host: 'cart.shop.svc.cluster.local' },
    },
  ]);
  const byNamespace = Object.fromEntries(destinationRules.map((rule) => [rule.object.namespace, rule]));
  expect(byNamespace.web?.scope).toBe('for callers in namespace web only');
  expect(byNamespace['istio-system']?.isInForce).toBe(false);
  expect(byNamespace.shop?.isInForce).toBe(true);
});
