import { describe, expect, test } from 'vitest';
import { dumpOf } from '#tests/support/made-dump.ts';
import type { Manifest } from '#tests/support/objects-snapshot.ts';
import { cartSplit } from '../made-cart.ts';
import { cartRules, inWebsEnvoy, told } from './made-mesh.ts';

const cluster = (subset: string) => `outbound|9000|${subset}|cart.shop.svc.cluster.local`;
const config = '/apis/networking.istio.io/v1/namespaces/shop/virtual-service/cart';

type Chain = { proxy: object; match?: object; name?: string };

function listenerDump(...chains: readonly Chain[]): Uint8Array {
  return dumpOf({
    part: 'ListenersConfigDump',
    dynamic_listeners: [
      {
        name: '10.96.1.4_9000',
        active_state: {
          version_info: '1',
          last_updated: '2026-11-21T02:00:00Z',
          listener: {
            name: '10.96.1.4_9000',
            traffic_direction: 'OUTBOUND',
            address: { socket_address: { address: '10.96.1.4', port_value: 9000 } },
            filter_chains: chains.map(({ proxy, match, name }) => ({
              ...(name === undefined ? {} : { name }),
              ...(match === undefined ? {} : { filter_chain_match: match }),
              metadata: { filter_metadata: { istio: { config } } },
              filters: [
                {
                  name: 'envoy.filters.network.tcp_proxy',
                  typed_config: {
                    '@type': 'type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy',
                    stat_prefix: 'x',
                    ...proxy,
                  },
                },
              ],
            })),
          },
        },
      },
    ],
  });
}

const weighted = (first: number, second: number) => ({
  weighted_clusters: {
    clusters: [
      { name: cluster('v1'), weight: first },
      { name: cluster('v2'), weight: second },
    ],
  },
});
const destinations = [
  { destination: { host: 'cart', subset: 'v1' }, weight: 90 },
  { destination: { host: 'cart', subset: 'v2' }, weight: 10 },
];
const tcp: Manifest = cartRules([], { tcp: [{ route: destinations }] });
const tcpSplit = cartSplit({ protocol: 'tcp', path: 'spec.tcp[0]', route: 'tcp-0' });

describe('connections are divided by filter chains', () => {
  test.each<[string, Chain, string, readonly number[]]>([
    ['as written', { proxy: weighted(90, 10) }, 'found: v1 90, v2 10', [0.9, 0.1]],
    ['otherwise', { proxy: weighted(1, 1) }, 'found: v1 1, v2 1', [0.5, 0.5]],
    [
      'not at all',
      { proxy: { cluster: 'outbound|9000||cart.shop.svc.cluster.local' } },
      'absent: no such rule',
      [0, 0],
    ],
    [
      'to other hosts',
      { proxy: { cluster: 'outbound|9000||bank.shop.svc.cluster.local' } },
      'unserved: nothing for the host',
      [0, 0],
    ],
  ])('%s', async (_, chain, expected, shares) => {
    const proxy = await inWebsEnvoy(tcpSplit, listenerDump(chain), [tcp]);
    expect(told(proxy)).toBe(expected);
    expect(proxy.shares).toEqual(shares);
    expect(proxy.section).toBe('listeners');
  });

  test('the place is the listener, the proof the chain', async () => {
    const proxy = await inWebsEnvoy(tcpSplit, listenerDump({ proxy: weighted(90, 10), name: 'tcp' }), [tcp]);
    expect(proxy).toMatchObject({
      place: '10.96.1.4_9000 / tcp',
      rowId: '10.96.1.4_9000/tcp',
      proofPath: 'configs[0].dynamic_listeners[0].active_state.listener.filter_chains[0]',
      lastUpdatedMs: Date.UTC(2026, 10, 21, 2),
    });
  });
});

test('rules of TLS are told apart by the server name', async () => {
  const rule = (sni: string) => ({ match: [{ port: 9000, sniHosts: [sni] }], route: destinations });
  const tls = cartRules([], { tls: [rule('a.example.com'), rule('b.example.com')] });
  const dump = listenerDump(
    { proxy: weighted(90, 10), match: { server_names: ['a.example.com'] } },
    { proxy: weighted(50, 50), match: { server_names: ['b.example.com'] } },
  );
  const at = (rule: number) =>
    inWebsEnvoy(cartSplit({ protocol: 'tls', path: `spec.tls[${rule}]` }), dump, [tls]);
  expect([told(await at(0)), told(await at(1))]).toEqual(['found: v1 90, v2 10', 'found: v1 50, v2 50']);
});

test('clusters that a gateway names after the server', async () => {
  const name = (subset: string) => `outbound_.9000_.${subset}_.cart.shop.svc.cluster.local`;
  const clusters = [
    { name: name('v1'), weight: 3 },
    { name: name('v2'), weight: 1 },
  ];
  const dump = listenerDump({ proxy: { weighted_clusters: { clusters } } });
  const proxy = await inWebsEnvoy(tcpSplit, dump, [tcp]);
  expect([told(proxy), proxy.shares]).toEqual(['found: v1 3, v2 1', [0.75, 0.25]]);
});
