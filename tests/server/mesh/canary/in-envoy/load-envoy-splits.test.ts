import { describe, expect, test } from 'vitest';
import { ViglaError } from '#server/errors.ts';
import { loadEnvoySplits } from '#server/mesh/canary/in-envoy/load-envoy-splits.ts';
import { dumpOf } from '#tests/support/made-dump.ts';
import type { Manifest } from '#tests/support/objects-snapshot.ts';
import { proxyPod } from '#tests/support/proxy-links.ts';
import { cartSplit } from '../made-cart.ts';
import { cartDump, cartRules, envoyRoute, madeMesh, told, web, webPod } from './made-mesh.ts';

const v1 = 'outbound|8080|v1|cart.shop.svc.cluster.local';
const v2 = 'outbound|8080|v2|cart.shop.svc.cluster.local';
const dump = (first: number, second: number) => cartDump(envoyRoute({ to: { [v1]: first, [v2]: second } }));
const rules = cartRules([
  {
    route: [
      { destination: { host: 'cart', subset: 'v1' }, weight: 90 },
      { destination: { host: 'cart', subset: 'v2' }, weight: 10 },
    ],
  },
]);
const owned = (name: string) => ({
  ownerReferences: [{ apiVersion: 'apps/v1', kind: 'StatefulSet', name, controller: true }],
});
const silent = new ViglaError('source_timeout', 'The pod does not answer.');

test('a proxy that does not answer says why, and the others go on', async () => {
  const context = madeMesh({
    objects: [webPod, proxyPod({ name: 'bank-1' }), rules],
    envoys: { 'web-1': silent, 'bank-1': dump(90, 10) },
  });
  const { proxies, warnings } = await loadEnvoySplits(
    cartSplit(),
    [web, { namespace: 'shop', workload: 'bank-1' }],
    context,
  );
  expect(proxies.map(told)).toEqual(['unanswered: unknown', 'found: v1 90, v2 10']);
  expect(proxies[0]).toMatchObject({ unanswered: 'The pod does not answer.', shares: [0, 0] });
  expect(warnings.map(({ message }) => message)).toEqual([
    '1 of 2 proxies did not answer, so their weights are not known: The pod does not answer.',
  ]);
});

test('an error that is not the proxy’s own is not swallowed', async () => {
  const context = madeMesh({ objects: [webPod], envoys: { 'web-1': new TypeError('a mistake') } });
  await expect(loadEnvoySplits(cartSplit(), [web], context)).rejects.toThrow('a mistake');
});

test('without a way to the proxies each says so', async () => {
  const context = madeMesh({ objects: [webPod] });
  const { envoy: _envoy, ...sources } = context.sources;
  const { proxies } = await loadEnvoySplits(cartSplit(), [web], { ...context, sources });
  expect(proxies.map(({ unanswered }) => unanswered)).toEqual([
    'This installation has no way to the proxies: it may not forward ports to pods.',
  ]);
});

test('four proxies are asked at the same time, 24 in all, one of each workload before the others', async () => {
  const pods = ['web', 'bank'].flatMap((name) =>
    Array.from({ length: 20 }, (_, index) =>
      proxyPod({ name: `${name}-${String(index).padStart(2, '0')}`, ...owned(name) }),
    ),
  );
  const seen: number[] = [];
  const context = madeMesh({
    objects: [...pods, rules],
    envoys: Object.fromEntries(pods.map(({ name }) => [name, dump(90, 10)])),
    onAsked: (atOnce) => seen.push(atOnce),
  });
  const sources = ['web', 'bank'].map((workload) => ({ namespace: 'shop', workload }));
  const { proxies, warnings } = await loadEnvoySplits(cartSplit(), sources, context);
  expect([proxies.length, Math.max(...seen)]).toEqual([24, 4]);
  expect(Object.groupBy(proxies, ({ workload }) => workload).bank).toHaveLength(12);
  expect(warnings.map(({ message }) => message)).toEqual([
    'Only 24 of 40 proxies that call were read: 16 more proxies of shop/web, shop/bank may have other weights.',
  ]);
});

describe('where the weights are others than written, istiod is asked what it has', () => {
  test.each<[string, Uint8Array, Uint8Array, string | undefined]>([
    ['the proxy is behind', dump(50, 50), dump(90, 10), 'v1 90, v2 10'],
    ['the proxy never got the rule', cartDump(envoyRoute({ to: v1, of: '' })), dump(90, 10), 'v1 90, v2 10'],
    ['istiod has the same', dump(50, 50), dump(50, 50), undefined],
    ['all is as written', dump(90, 10), dump(1, 1), undefined],
    ['istiod does not have the rule', dump(50, 50), cartDump(), 'no such rule'],
  ])('%s', async (_, own, istiods, expected) => {
    const context = madeMesh({
      objects: [webPod, rules],
      envoys: { 'web-1': own },
      istiod: { 'web-1': istiods },
    });
    const { proxies, warnings } = await loadEnvoySplits(cartSplit(), [web], context);
    expect([proxies[0]?.istiodWeights, warnings]).toEqual([expected, []]);
  });

  test('istiod’s names of fields are others, and a waypoint’s routes stand in its listeners', async () => {
    const waypoint = proxyPod({ name: 'waypoint-1', ...owned('waypoint') }, ['waypoint']);
    const service: Manifest = {
      kind: 'Service',
      namespace: 'shop',
      name: 'cart',
      labels: { 'istio.io/use-waypoint': 'waypoint' },
      spec: { ports: [{ port: 8080 }] },
    };
    const clusters = ['v1', 'v2'].map(
      (subset) => `inbound-vip|8080|http/${subset}|cart.shop.svc.cluster.local`,
    );
    const host = (weights: readonly number[]) => ({
      name: 'inbound|http|8080',
      domains: ['*'],
      routes: [envoyRoute({ to: Object.fromEntries(clusters.map((name, at) => [name, weights[at] ?? 0])) })],
    });
    const table = 'inbound-vip|8080|http|cart.shop.svc.cluster.local';
    const context = madeMesh({
      objects: [waypoint, rules, service],
      envoys: {
        'waypoint-1': dumpOf({
          part: 'RoutesConfigDump',
          static_route_configs: [{ route_config: { name: table, virtual_hosts: [host([1, 1])] } }],
        }),
      },
      istiod: { 'waypoint-1': inListener(table, host([90, 10])) },
    });
    for (const source of [
      { namespace: 'shop', workload: 'ambient' },
      { ...web, reporter: 'waypoint' as const },
    ]) {
      const { proxies, warnings } = await loadEnvoySplits(cartSplit(), [source], context);
      expect(proxies.map(({ type, weights, istiodWeights }) => [type, weights, istiodWeights])).toEqual([
        ['waypoint', 'v1 1, v2 1', 'v1 90, v2 10'],
      ]);
      expect(warnings).toEqual([]);
    }
  });

  test('what cannot be read of istiod is a warning', async () => {
    const context = madeMesh({ objects: [webPod, rules], envoys: { 'web-1': dump(1, 1) }, istiod: {} });
    const { proxies, warnings } = await loadEnvoySplits(cartSplit(), [web], context);
    expect(proxies.map(({ istiodWeights }) => istiodWeights)).toEqual([undefined]);
    expect(warnings.map(({ message }) => message)).toEqual([
      'What istiod has for 1 proxy with other weights could not be read: No replica of istiod has a configuration for web-1.shop. istiod-1: web-1 is not connected.',
    ]);
  });
});

/** A waypoint's dump as istiod has it: the route table stands in a chain of the listener. */
function inListener(
  name: string,
  host: { name: string; domains: string[]; routes: readonly object[] },
): Uint8Array {
  const routes = host.routes.map((route) => JSON.parse(camelCased(JSON.stringify(route))));
  const typedConfig = {
    '@type':
      'type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager',
    routeConfig: { name, virtualHosts: [{ ...host, routes }] },
  };
  const filters = [{ name: 'envoy.filters.network.http_connection_manager', typedConfig }];
  return dumpOf({
    part: 'ListenersConfigDump',
    dynamicListeners: [
      {
        name: 'main_internal',
        activeState: { listener: { name: 'main_internal', filterChains: [{ name, filters }] } },
      },
    ],
  });
}

function camelCased(json: string): string {
  return json.replaceAll(
    /"(\w+)":/g,
    (_, key: string) => `"${key.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}":`,
  );
}
