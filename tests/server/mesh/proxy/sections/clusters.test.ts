import { describe, expect, test } from 'vitest';
import { clustersJob } from '#server/mesh/proxy/sections/clusters/clusters-job.ts';
import { firstOf, rowsOf } from './rows-of.ts';

function firstCluster(cluster: object) {
  return firstOf(clustersJob, { part: 'ClustersConfigDump', dynamic_active_clusters: [{ cluster }] });
}

function plain(texts: readonly string[]): string[] {
  return texts.map((text) => text.replaceAll('\u00a0', ' '));
}

const tls = (fields: object = {}, context: object = {}) => ({
  name: 'envoy.transport_sockets.tls',
  typed_config: {
    '@type': 'type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext',
    common_tls_context: fields,
    ...context,
  },
});
const sds = (name: string) => ({ tls_certificate_sds_secret_configs: [{ name }] });

describe("a cluster's name", () => {
  test.each([
    [
      'outbound|9080|v1|reviews.shop.svc.cluster.local',
      'reviews.shop.svc.cluster.local',
      '9080',
      'v1',
      'outbound',
    ],
    ['outbound|443||*.example.org', '*.example.org', '443', '-', 'outbound'],
    ['inbound|8080||', '', '8080', '-', 'inbound'],
    [
      'inbound-vip|80|http|web.shop.svc.cluster.local',
      'web.shop.svc.cluster.local',
      '80',
      'http',
      'inbound-vip',
    ],
    ['PassthroughCluster', 'PassthroughCluster', '-', '-', '-'],
    [
      'outbound_.80_._.web.shop.svc.cluster.local',
      'outbound_.80_._.web.shop.svc.cluster.local',
      '-',
      '-',
      '-',
    ],
    ['a|b', 'a|b', '-', '-', '-'],
  ])('%s is taken apart', (name, serviceFqdn, port, subset, direction) => {
    expect(firstCluster({ name }).row).toMatchObject({ name, serviceFqdn, port, subset, direction });
  });
});

describe('how connections are protected', () => {
  const cases: [string, object, string][] = [
    ['nothing said', {}, 'none'],
    ['plain', { transport_socket: { name: 'envoy.transport_sockets.raw_buffer' } }, 'none'],
    ['a server to trust', { transport_socket: tls() }, 'TLS'],
    ["Istio's own certificate", { transport_socket: tls(sds('default')) }, 'mutual TLS (Istio)'],
    ['a certificate of somebody else', { transport_socket: tls(sds('kubernetes://client')) }, 'mutual TLS'],
    [
      'by endpoint',
      {
        transport_socket_matches: [
          { match: { tlsMode: 'istio' }, transport_socket: tls(sds('default')) },
          { match: {}, transport_socket: { name: 'envoy.transport_sockets.raw_buffer' } },
        ],
      },
      'auto (mutual TLS where the endpoint can)',
    ],
    [
      'a tunnel by endpoint',
      { transport_socket_matches: [{ match: { tunnel: 'http' }, transport_socket: tls() }] },
      'auto (HBONE where the endpoint can)',
    ],
    ['as before Envoy 1.14', { tls_context: { common_tls_context: sds('default') } }, 'mutual TLS (Istio)'],
  ];
  test.each(cases)('%s', (_, cluster, words) => {
    expect(firstCluster({ name: 'a', ...cluster }).row.tls).toBe(words);
  });

  test('secrets and server names are there for links', () => {
    const socket = tls(
      {
        ...sds('default'),
        combined_validation_context: { validation_context_sds_secret_config: { name: 'ROOTCA' } },
      },
      { sni: 'outbound_.80_._.web' },
    );
    const { origin } = firstCluster({ name: 'outbound|80||web', transport_socket: socket });
    expect(origin).toMatchObject({
      secrets: ['default', 'ROOTCA'],
      serverNames: ['outbound_.80_._.web'],
      port: 80,
      clusters: ['outbound|80||web'],
    });
  });
});

describe('limits', () => {
  test.each([
    [
      {
        circuit_breakers: {
          thresholds: [
            {
              max_connections: 100,
              max_pending_requests: '64',
              max_requests: 4_294_967_295,
              max_retries: 4_294_967_295,
            },
          ],
        },
      },
      ['at most 100 connections', 'at most 64 waiting requests'],
    ],
    [
      {},
      [
        "at most 1,024 connections (Envoy's own)",
        "at most 1,024 waiting requests (Envoy's own)",
        "at most 1,024 requests at a time (Envoy's own)",
        "at most 3 retries at a time (Envoy's own)",
      ],
    ],
  ])('%j', (cluster, words) => {
    expect(firstCluster({ name: 'a', ...cluster }).row.circuitBreakers).toEqual(words);
  });

  test('a cluster that ejects hosts says when, for how long and how many', () => {
    const { row } = firstCluster({
      name: 'a',
      outlier_detection: {
        consecutive_5xx: 0,
        consecutive_gateway_failure: 3,
        enforcing_consecutive_gateway_failure: 100,
        enforcing_success_rate: 0,
        interval: '5s',
        base_ejection_time: '15s',
        max_ejection_percent: 100,
      },
    });
    expect(plain(row.outlierDetection)).toEqual([
      'ejects a host after 3 gateway errors (502, 503, 504) in a row',
      'looks every 5 s',
      'ejects for 15 s, longer each time',
      'at most 100 % of the hosts',
    ]);
    expect(firstCluster({ name: 'a' }).row.outlierDetection).toEqual([]);
  });
});

test('warming clusters stand beside active ones of the same name', () => {
  const rows = rowsOf(clustersJob, {
    part: 'ClustersConfigDump',
    dynamic_active_clusters: [{ version_info: '1', cluster: { name: 'a', type: 'EDS' } }],
    dynamic_warming_clusters: [{ version_info: '2', cluster: { name: 'a', type: 'EDS' } }],
  });
  expect(rows).toMatchObject([
    { id: 'a', state: 'active', version: '1' },
    { id: 'a (warming)', state: 'warming', version: '2' },
  ]);
});

test('an update that Envoy refused is told with its reason and time', () => {
  const { row } = firstOf(clustersJob, {
    part: 'ClustersConfigDump',
    dynamic_active_clusters: [
      {
        cluster: { name: 'a' },
        error_state: { details: 'bad', last_update_attempt: '2026-11-21T02:00:00Z', version_info: '9' },
      },
    ],
  });
  expect(row.errorState).toEqual({
    details: 'bad',
    lastUpdateAttempt: '2026-11-21T02:00:00.000Z',
    version: '9',
  });
});
