import { describe, expect, test } from 'vitest';
import { endpointsJob } from '#server/mesh/proxy/sections/endpoints/endpoints-job.ts';
import { dumpOf } from '#tests/support/made-dump.ts';

const socket = (address: string, port: number | string) => ({
  socket_address: { address, port_value: port },
});

function eds(cluster: string, ...endpoints: object[]) {
  return {
    endpoint_config: { cluster_name: cluster, endpoints: [{ priority: 1, lb_endpoints: endpoints }] },
  };
}

function rowsOf(configs: object[], statuses?: object[]) {
  const dump = dumpOf({ part: 'EndpointsConfigDump', dynamic_endpoint_configs: configs });
  const clusters = statuses && new TextEncoder().encode(JSON.stringify({ cluster_statuses: statuses }));
  return endpointsJob.run(clusters === undefined ? [dump] : [dump, clusters], { nowMs: 0, shiftMs: 0 });
}

describe('a host', () => {
  test('is EDS joined with what Envoy itself says', () => {
    const { rows, origins } = rowsOf(
      [
        eds('outbound|80||web', {
          endpoint: { address: socket('10.0.0.1', 8080) },
          health_status: 'HEALTHY',
          load_balancing_weight: 1,
          metadata: {
            filter_metadata: {
              istio: { workload: 'web-v1;shop;web;v1;Kubernetes' },
              'envoy.transport_socket_match': { tlsMode: 'istio' },
            },
          },
        }),
      ],
      [
        {
          name: 'outbound|80||web',
          added_via_api: true,
          host_statuses: [
            {
              address: socket('10.0.0.1', 8080),
              stats: [{ name: 'rq_total', value: '7' }, { name: 'rq_error' }],
              health_status: { eds_health_status: 'HEALTHY', failed_outlier_check: true },
              weight: 3,
              locality: { region: 'r', zone: 'z' },
            },
          ],
        },
      ],
    );
    expect(rows).toMatchObject([
      {
        endpoint: '10.0.0.1:8080',
        status: 'HEALTHY',
        outlierCheck: 'FAILED',
        checks: ['ejected: it failed too often'],
        cluster: 'outbound|80||web',
        locality: 'r/z',
        weight: 3,
        workload: 'web-v1.shop',
        tlsMode: 'istio',
        source: 'both',
        counters: { rq_total: 7, rq_error: 0 },
      },
    ]);
    expect(origins).toEqual([
      {
        istio: { workload: 'web-v1;shop;web;v1;Kubernetes' },
        clusters: ['outbound|80||web'],
        address: '10.0.0.1:8080',
      },
    ]);
  });

  test('that only one side knows is there, and says so', () => {
    const { rows } = rowsOf(
      [eds('a', { endpoint: { address: socket('10.0.0.1', 80) } })],
      [{ name: 'a', host_statuses: [{ address: socket('10.0.0.2', 80) }] }],
    );
    expect(rows.map(({ endpoint, source }) => `${endpoint} ${source}`)).toEqual([
      '10.0.0.1:80 eds',
      '10.0.0.2:80 clusters',
    ]);
  });

  test('is found by the name under which EDS serves the cluster', () => {
    const { rows } = rowsOf(
      [eds('served-as', { endpoint: { address: socket('10.0.0.1', 80) } })],
      [{ name: 'a', eds_service_name: 'served-as', host_statuses: [{ address: socket('10.0.0.1', 80) }] }],
    );
    expect(rows.map(({ source }) => source)).toEqual(['both']);
  });

  test('that a cluster has twice stays two rows', () => {
    const endpoint = { endpoint: { address: socket('10.0.0.1', 80) } };
    const { rows } = rowsOf([eds('a', endpoint, endpoint)]);
    expect(rows.map(({ id }) => id)).toEqual(['a/10.0.0.1:80', 'a/10.0.0.1:80~2']);
  });
});

test.each([
  [{ address: socket('10.0.0.1', '80') }, '10.0.0.1:80'],
  [{ address: socket('fd00::1', 80) }, '[fd00::1]:80'],
  [{ address: { pipe: { path: './XDS' } } }, 'unix://./XDS'],
  [
    {
      address: {
        envoy_internal_address: { server_listener_name: 'connect_originate', endpoint_id: '10.0.0.1:80' },
      },
    },
    'envoy://connect_originate/10.0.0.1:80',
  ],
  [
    { address: socket('10.0.0.1', 80), additional_addresses: [{ address: socket('fd00::1', 80) }] },
    '10.0.0.1:80,[fd00::1]:80',
  ],
])('the address %j reads %s', (endpoint, text) => {
  expect(rowsOf([eds('a', { endpoint })]).rows.map((row) => row.endpoint)).toEqual([text]);
});

test('a cluster without endpoints has a row that says so', () => {
  expect(rowsOf([{ endpoint_config: { cluster_name: 'a' } }]).rows).toMatchObject([
    { endpoint: '', status: 'NO ENDPOINTS', cluster: 'a' },
  ]);
});

test('an answer about hosts that is no JSON is refused in words', () => {
  const dump = dumpOf({ part: 'EndpointsConfigDump' });
  const cut = new TextEncoder().encode('{"cluster_statuses":[');
  expect(() => endpointsJob.run([dump, cut], { nowMs: 0, shiftMs: 0 })).toThrow(
    "Envoy's answer to /clusters is not JSON, or was cut off.",
  );
});
