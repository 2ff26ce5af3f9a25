import { expect, test } from 'vitest';
import { bootstrapJob } from '#server/mesh/proxy/sections/bootstrap/bootstrap-job.ts';
import { ecdsJob } from '#server/mesh/proxy/sections/ecds/ecds-job.ts';
import { dumpOf } from '#tests/support/made-dump.ts';

test('an extension says which chains fetch it', () => {
  const fetched = { name: 'shop.limit', config_discovery: { config_source: { ads: {} } } };
  const manager = { name: 'hcm', typed_config: { http_filters: [fetched, { name: 'router' }] } };
  const dump = dumpOf(
    {
      part: 'EcdsConfigDump',
      ecds_filters: [
        {
          ecds_filter: {
            name: 'shop.limit',
            typed_config: { '@type': 'type.googleapis.com/envoy.extensions.filters.http.wasm.v3.Wasm' },
          },
        },
        { ecds_filter: { name: 'nobody' } },
      ],
    },
    {
      part: 'ListenersConfigDump',
      dynamic_listeners: [
        {
          name: 'virtualInbound',
          active_state: {
            listener: {
              filter_chains: [{ name: '0.0.0.0_80', filters: [manager] }],
              default_filter_chain: { filters: [manager] },
            },
          },
        },
      ],
    },
  );
  const { rows, origins } = ecdsJob.run([dump], { nowMs: 0, shiftMs: 0 });
  expect(rows).toMatchObject([
    { ecdsName: 'nobody', type: '', usedBy: [] },
    {
      ecdsName: 'shop.limit',
      type: 'envoy.extensions.filters.http.wasm.v3.Wasm',
      usedBy: ['virtualInbound/0.0.0.0_80', 'virtualInbound'],
    },
  ]);
  expect(origins).toEqual([{ filters: ['nobody'] }, { filters: ['shop.limit'] }]);
});

test('a bootstrap is told in facts, its metadata flat, its labels apart', () => {
  const dump = dumpOf({
    part: 'BootstrapConfigDump',
    bootstrap: {
      node: {
        id: 'sidecar~10.0.0.1~web-1.shop~shop.svc.cluster.local',
        metadata: {
          ISTIO_VERSION: '1.24.0',
          ISTIO_PROXY_SHA: 'istio-proxy:abc',
          LABELS: { app: 'web' },
          PROXY_CONFIG: { concurrency: 2, image: {} },
        },
        locality: { region: 'eu', zone: 'eu-1' },
      },
      admin: { address: { socket_address: { address: '127.0.0.1', port_value: 15000 } } },
      dynamic_resources: {
        ads_config: { api_type: 'DELTA_GRPC', grpc_services: [{ envoy_grpc: { cluster_name: 'xds-grpc' } }] },
      },
      static_resources: { clusters: [{ name: 'agent' }, { name: 'xds-grpc' }] },
      stats_config: { stats_matcher: { inclusion_list: { patterns: [{ prefix: 'server' }] } } },
    },
  });
  const { bootstrap, origin } = bootstrapJob.run([dump], null);
  expect(bootstrap).toMatchObject({
    istioVersion: '1.24.0',
    istioProxyVersion: 'abc',
    nodeId: 'sidecar~10.0.0.1~web-1.shop~shop.svc.cluster.local',
    labels: { app: 'web' },
    metadata: [
      { key: 'ISTIO_VERSION', value: '1.24.0' },
      { key: 'ISTIO_PROXY_SHA', value: 'istio-proxy:abc' },
      { key: 'PROXY_CONFIG.concurrency', value: '2' },
      { key: 'PROXY_CONFIG.image', value: '{}' },
    ],
    proofPath: 'configs[0].bootstrap',
  });
  expect(bootstrap?.envoyVersion).toBeUndefined();
  expect(bootstrap?.facts.map(({ title, text }) => `${title}: ${text}`)).toEqual([
    'Locality: eu/eu-1',
    'Administration: 127.0.0.1:15000',
    'Configuration from: xds-grpc (changes only)',
    'Static clusters: agent, xds-grpc',
    'Statistics kept: name starts with "server"',
  ]);
  expect(origin.clusters).toEqual(['agent', 'xds-grpc']);
});

test('an Envoy without Istio has a bootstrap with nothing of Istio in it', () => {
  const dump = dumpOf({ part: 'BootstrapConfigDump', bootstrap: { node: { id: 'edge' } } });
  expect(bootstrapJob.run([dump], null).bootstrap).toEqual({
    istioVersion: undefined,
    istioProxyVersion: undefined,
    envoyVersion: undefined,
    nodeId: 'edge',
    metadata: [],
    labels: {},
    facts: [],
    proofPath: 'configs[0].bootstrap',
  });
});
