import { describe, expect, test } from 'vitest';
import { listenersJob } from '#server/mesh/proxy/sections/listeners/listeners-job.ts';
import { firstOf, rowsOf } from './rows-of.ts';

const tcp = (config: object) => ({
  name: 'envoy.filters.network.tcp_proxy',
  typed_config: {
    '@type': 'type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy',
    ...config,
  },
});
const http = (config: object) => ({
  name: 'envoy.filters.network.http_connection_manager',
  typed_config: {
    '@type':
      'type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager',
    ...config,
  },
});

function listenerOf(listener: object) {
  return { part: 'ListenersConfigDump', dynamic_listeners: [{ name: 'x', active_state: { listener } }] };
}

function firstChain(chain: object) {
  return firstOf(listenersJob, listenerOf({ name: 'x', filter_chains: [chain] }));
}

describe('which connections a chain takes', () => {
  test.each([
    [{}, 'ALL'],
    [{ server_names: ['a.example', 'b.example'] }, 'SNI: a.example,b.example'],
    [
      { transport_protocol: 'raw_buffer', application_protocols: ['http/1.1', 'h2c'] },
      'Trans: raw_buffer; App: http/1.1,h2c',
    ],
    [{ application_protocols: ['http/1.0', 'http/1.1', 'h2c'] }, 'App: HTTP'],
    [{ application_protocols: ['istio-peer-exchange', 'istio'] }, 'App: TCP TLS'],
    [{ destination_port: 8080 }, 'Addr: *:8080'],
    [{ prefix_ranges: [{ address_prefix: '10.0.0.1', prefix_len: 32 }] }, 'Addr: 10.0.0.1/32'],
    [
      { prefix_ranges: [{ address_prefix: '10.0.0.1', prefix_len: '32' }], destination_port: '80' },
      'Addr: 10.0.0.1/32:80',
    ],
  ])('%j reads %s', (match, words) => {
    expect(firstChain({ filter_chain_match: match }).row.match).toBe(words);
  });

  test('from where, which istioctl leaves out', () => {
    const match = {
      source_prefix_ranges: [{ address_prefix: '10.1.0.0', prefix_len: 16 }],
      source_type: 'EXTERNAL',
    };
    expect(firstChain({ filter_chain_match: match }).row.sources).toEqual([
      'from 10.1.0.0/16',
      'from outside of this pod',
    ]);
  });
});

describe('where a chain leads', () => {
  const all = (cluster: string) => ({
    virtual_hosts: [{ domains: ['*'], routes: [{ match: { prefix: '/' }, route: { cluster } }] }],
  });
  const cases: [object[], string][] = [
    [[], 'Non-HTTP/Non-TCP'],
    [[tcp({ cluster: 'outbound|80||web' })], 'Cluster: outbound|80||web'],
    [[tcp({ cluster: 'PassthroughCluster' })], 'PassthroughCluster'],
    [
      [
        tcp({
          weighted_clusters: {
            clusters: [
              { name: 'a', weight: 1 },
              { name: 'b', weight: 3 },
            ],
          },
        }),
      ],
      'Clusters: a (1), b (3)',
    ],
    [[http({ rds: { route_config_name: '9080' } })], 'Route: 9080'],
    [[http({})], 'HTTP'],
    [[http({ route_config: all('inbound|80||') })], 'Cluster: inbound|80||'],
    [[http({ route_config: all('InboundPassthroughCluster') })], 'InboundPassthroughCluster'],
    [
      [
        http({
          route_config: {
            virtual_hosts: [
              { domains: ['*'], routes: [{ match: { prefix: '/healthz/ready' } }] },
              { domains: ['a', 'b'], routes: [{ match: { path: '/x' } }, { match: { prefix: '/y' } }] },
            ],
          },
        }),
      ],
      'Inline Route: /healthz/ready*; a/b /x, /y*',
    ],
    [[{ name: 'envoy.tcp_proxy', config: { cluster: 'old' } }], 'Cluster: old'],
    [[{ name: 'my-own-name', typed_config: tcp({ cluster: 'a' }).typed_config }], 'Cluster: a'],
  ];
  test.each(cases)('%j', (filters, words) => {
    expect(firstChain({ filters }).row.destination).toBe(words);
  });
});

test.each([
  [[http({})], 'HTTP'],
  [[tcp({ cluster: 'a' })], 'TCP'],
  [[http({}), tcp({ cluster: 'a' })], 'HTTP+TCP'],
  [[tcp({ cluster: 'BlackHoleCluster' })], 'UNKNOWN'],
])('the type of a whole listener: %j is %s', (chains, type) => {
  const { row } = firstOf(
    listenersJob,
    listenerOf({ filter_chains: chains.map((filter) => ({ filters: [filter] })) }),
  );
  expect(row.type).toBe(type);
});

test('addresses are joined, and a listener inside of the proxy has none', () => {
  const at = (address: string) => ({ address: { socket_address: { address, port_value: 80 } } });
  const rows = rowsOf(listenersJob, {
    part: 'ListenersConfigDump',
    static_listeners: [
      { listener: { ...at('0.0.0.0'), additional_addresses: [at('::')] } },
      { listener: { name: 'main_internal', internal_listener: {} } },
    ],
  });
  expect(rows.map(({ addresses, port, id }) => [addresses, port, id])).toEqual([
    ['', '0', 'main_internal/ALL'],
    ['0.0.0.0,::', '80', '0.0.0.0,:::80/ALL'],
  ]);
});

test('one listener in two states is there twice', () => {
  const chain = { filters: [tcp({ cluster: 'a' })] };
  const rows = rowsOf(listenersJob, {
    part: 'ListenersConfigDump',
    dynamic_listeners: [
      {
        name: 'x',
        active_state: { version_info: '1', listener: { name: 'x', filter_chains: [chain] } },
        warming_state: { version_info: '2', listener: { name: 'x', filter_chains: [chain] } },
        error_state: { details: 'the third one was refused' },
      },
    ],
  });
  expect(rows).toMatchObject([
    { id: 'x/ALL', state: 'active', version: '1', errorState: { details: 'the third one was refused' } },
    { id: 'x/ALL (warming)', state: 'warming', version: '2' },
  ]);
});

test('what links are found from is taken from the chain and its filters', () => {
  const rbac = (name: string, rules: object) => ({ name, typed_config: rules });
  const policies = (...names: string[]) => ({
    policies: Object.fromEntries(names.map((name) => [name, {}])),
  });
  const { row, origin } = firstOf(
    listenersJob,
    listenerOf({
      name: 'virtualInbound',
      traffic_direction: 'INBOUND',
      address: { socket_address: { address: '0.0.0.0', port_value: 15006 } },
      filter_chains: [
        {
          name: '0.0.0.0_8080',
          filter_chain_match: { destination_port: 8080, transport_protocol: 'tls' },
          filters: [
            rbac('envoy.filters.network.rbac', { shadow_rules: policies('ns[shop]-policy[dry]-rule[0]') }),
            http({
              stat_prefix: 'inbound_0.0.0.0_8080;',
              route_config: {
                name: 'inbound|8080||',
                virtual_hosts: [{ routes: [{ route: { cluster: 'inbound|8080||' } }] }],
              },
              http_filters: [
                {
                  name: 'jwt',
                  typed_config: { providers: { 'origins-0': { issuer: 'https://issuer.example' } } },
                },
                rbac('envoy.filters.http.rbac', { rules: policies('ns[shop]-policy[allow]-rule[0]') }),
              ],
            }),
          ],
          transport_socket: {
            name: 'envoy.transport_sockets.tls',
            typed_config: {
              '@type': 'x.DownstreamTlsContext',
              require_client_certificate: true,
              common_tls_context: { tls_certificate_sds_secret_configs: [{ name: 'default' }] },
            },
          },
        },
      ],
    }),
  );
  expect(row).toMatchObject({
    transport: 'mutual TLS (Istio)',
    httpFilters: ['jwt', 'envoy.filters.http.rbac'],
    routeConfig: 'inbound|8080||',
    direction: 'inbound',
  });
  expect(origin).toMatchObject({
    listener: 'virtualInbound',
    address: '0.0.0.0:15006',
    port: 8080,
    chain: '0.0.0.0_8080',
    clusters: ['inbound|8080||'],
    policies: ['ns[shop]-policy[dry]-rule[0]', 'ns[shop]-policy[allow]-rule[0]'],
    issuers: ['https://issuer.example'],
    secrets: ['default'],
    statPrefix: 'inbound_0.0.0.0_8080;',
  });
});
