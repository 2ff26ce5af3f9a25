import { describe, expect, test } from 'vitest';
import {
  clustersSectionSchema,
  ecdsSectionSchema,
  endpointsSectionSchema,
  listenersSectionSchema,
  routesSectionSchema,
  secretsSectionSchema,
} from '#lib/contract/proxy-sections.ts';
import { loadBootstrap } from '#server/mesh/proxy/load-bootstrap.ts';
import {
  loadClusters,
  loadEcds,
  loadEndpoints,
  loadListeners,
  loadRoutes,
  loadSecrets,
} from '#server/mesh/proxy/load-section.ts';
import type { EnvoySource, LoadContext } from '#server/sources/interface.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { graphContext } from '#tests/support/graph-context.ts';
import { dumpOf } from '#tests/support/made-dump.ts';
import { objectsSnapshot } from '#tests/support/objects-snapshot.ts';

const web = { namespace: 'shop', pod: 'web-1' };

function contextWith(admin: EnvoySource['admin'], pod: object = {}): LoadContext {
  const objects = objectsSnapshot([
    {
      kind: 'Pod',
      name: 'web-1',
      namespace: 'shop',
      spec: { containers: [{ name: 'istio-proxy', image: 'proxyv2', args: ['proxy', 'sidecar'] }] },
      ...pod,
    },
  ]);
  const context = graphContext({ objects });
  return { ...context, sources: { ...context.sources, envoy: { admin } } };
}

describe('on the recorded mesh', () => {
  const sources = createRecording({});
  const context: LoadContext = {
    sources,
    nowSeconds: sources.now() / 1000,
    signal: new AbortController().signal,
    version: 'test',
  };
  const productpage = { namespace: 'bookinfo', pod: 'productpage-v1-28plfps84f-nlf6t' };

  test.each([
    ['clusters', loadClusters, clustersSectionSchema],
    ['listeners', loadListeners, listenersSectionSchema],
    ['routes', loadRoutes, routesSectionSchema],
    ['endpoints', loadEndpoints, endpointsSectionSchema],
    ['secrets', loadSecrets, secretsSectionSchema],
    ['ecds', loadEcds, ecdsSectionSchema],
  ] as const)('%s have the shape of the contract', async (name, load, schema) => {
    const { data, warnings } = await load(productpage, context);
    const { rows } = schema.parse(JSON.parse(JSON.stringify(data)));
    expect(rows.length > 0).toBe(name !== 'ecds');
    expect(warnings).toEqual([]);
  });

  test('a proxy whose listeners were refused says so beside its rows', async () => {
    const { data, warnings } = await loadListeners(
      { namespace: 'broken', pod: 'rejected-sq7gxhrjzn-pccgw' },
      context,
    );
    const refused = data.rows.filter(({ state }) => state === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.errorState?.details).toContain('unknown cluster');
    expect(warnings).toMatchObject([{ code: 'refused', source: 'envoy' }]);
  });

  test('what such a proxy lacks for it elsewhere has the reason', async () => {
    const { data, warnings } = await loadRoutes(
      { namespace: 'broken', pod: 'rejected-sq7gxhrjzn-pccgw' },
      context,
    );
    expect(data.rows.every(({ state }) => state === 'static')).toBe(true);
    expect(warnings).toMatchObject([
      { code: 'refused_update', source: 'envoy', message: expect.stringContaining('unknown cluster') },
    ]);
  });

  test('a pod without a proxy, and one that does not exist, are told apart', async () => {
    const { objects } = await sources.objects.snapshot();
    const bare = objects.Pod.find(
      ({ metadata, spec }) =>
        metadata.namespace === 'legacy' &&
        ![...spec.initContainers, ...spec.containers].some(({ name }) => name === 'istio-proxy'),
    );
    if (bare === undefined) throw new Error('every recorded pod has a proxy');
    const asked = { namespace: 'legacy', pod: bare.metadata.name };
    await expect(loadRoutes(asked, context)).rejects.toThrow('has no proxy');
    await expect(loadRoutes({ ...asked, pod: 'gone' }, context)).rejects.toThrow('There is no pod gone');
  });
});

test('types that are not known and entries that cannot be read are warnings', async () => {
  const dump = dumpOf(
    { part: 'RoutesConfigDump', dynamic_route_configs: [{ route_config: { name: '80' } }, 5, {}] },
    { part: 'UnheardOfConfigDump' },
  );
  const { data, warnings } = await loadRoutes(
    web,
    contextWith(async () => dump),
  );
  expect(data.rows).toHaveLength(1);
  expect(warnings.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    'unknown_types: 1 part of the dump is of a type that Vigla does not know, and only in the raw view: type.googleapis.com/envoy.admin.v3.UnheardOfConfigDump.',
    'unreadable_items: configs[0].dynamic_route_configs[1] has no route_config. And 1 more problem like it.',
  ]);
});

test('endpoints without an answer about hosts stand on EDS alone, and say so', async () => {
  const endpoint = { endpoint: { address: { socket_address: { address: '10.0.0.1', port_value: 80 } } } };
  const dump = dumpOf({
    part: 'EndpointsConfigDump',
    dynamic_endpoint_configs: [
      { endpoint_config: { cluster_name: 'a', endpoints: [{ lb_endpoints: [endpoint] }] } },
    ],
  });
  const { data, warnings } = await loadEndpoints(
    web,
    contextWith(async (_, { path }) => {
      if (path === 'clusters') throw new Error('it does not answer');
      return dump;
    }),
  );
  expect(data.rows).toMatchObject([{ endpoint: '10.0.0.1:80', source: 'eds' }]);
  expect(warnings).toEqual([
    {
      code: 'hosts_missing',
      source: 'envoy',
      message: 'Health, ejection and counters of the hosts are missing: it does not answer',
    },
  ]);
});

test.each([
  [{ labels: { app: 'ztunnel' } }, 'is a ztunnel, no Envoy'],
  [
    { spec: { containers: [{ name: 'agentgateway', image: 'agentgateway' }] } },
    'is an agentgateway, no Envoy',
  ],
])('a proxy that is no Envoy (%j) says what it has instead', async (pod, words) => {
  const context = contextWith(async () => dumpOf(), pod);
  await expect(loadClusters(web, context)).rejects.toMatchObject({
    code: 'bad_parameter',
    parameter: 'pod',
    message: expect.stringContaining(words),
  });
});

test('a dump without a bootstrap is refused in words', async () => {
  await expect(
    loadBootstrap(
      web,
      contextWith(async () => dumpOf()),
    ),
  ).rejects.toMatchObject({
    code: 'source_failed',
    message: "Envoy's configuration dump has no bootstrap. Ask again.",
  });
});
