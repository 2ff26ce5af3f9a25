import { describe, expect, test } from 'vitest';
import { graphQuery } from '#lib/contract/graph-query.ts';
import { type Traffic, trafficQuery, trafficSchema } from '#lib/contract/traffic.ts';
import { loadGraph } from '#server/mesh/graph/load-graph.ts';
import { loadTraffic } from '#server/mesh/traffic/load-traffic.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { graphContext } from '#tests/support/graph-context.ts';
import { recordedNowSeconds } from '#tests/support/recorded-traffic.ts';

const context: LoadContext = {
  sources: createRecording({ now: () => recordedNowSeconds * 1000 }),
  nowSeconds: recordedNowSeconds,
  signal: new AbortController().signal,
  version: 'test',
};

const question = (namespace: string, name: string, more: Record<string, string> = {}) =>
  trafficQuery.parse({ namespace, name, range: '1h', ...more });

const peers = (rows: Traffic['inbound']) => rows.map(({ peer, edge }) => `${peer.name} ${edge.protocol}`);

describe('the recorded mesh', () => {
  test('a workload has every peer, its ServiceEntry and TCP among them', async () => {
    const { data, warnings } = await loadTraffic('workload')(question('shop', 'wordpress-v1'), context);
    expect(warnings).toEqual([]);
    expect(trafficSchema.parse(data)).toEqual(data);
    expect(data.node?.id).toBe('workload:Kubernetes/shop/wordpress-v1');
    expect(peers(data.inbound)).toEqual(['storefront-v1 http', 'storefront-v2 http']);
    expect(peers(data.outbound).sort()).toEqual([
      'catalog-v1 http',
      'catalog-v2 http',
      'mysql tcp',
      'redis tcp',
      'reports http',
      'reports tcp',
      'wiki http',
    ]);
  });

  test('rates are the very ones of the graph', async () => {
    const { data } = await loadTraffic('workload')(question('bookinfo', 'reviews-v2'), context);
    const graph = await loadGraph(
      graphQuery.parse({ range: '1h', type: 'workload', serviceNodes: 'false', include: 'latency' }),
      context,
    );
    const edges = new Map(graph.data.edges.map((edge) => [edge.id, edge]));
    const rows = [...data.inbound, ...data.outbound];
    expect(rows.length).toBeGreaterThan(2);
    for (const { edge } of rows) {
      const drawn = edges.get(edge.id);
      expect(edge.requestsPerSecond).toBe(drawn?.requestsPerSecond);
      expect(edge.responseTimeMs).toEqual(drawn?.responseTimeMs);
    }
  });

  test('a service stands between its callers and the workloads behind it', async () => {
    const { data } = await loadTraffic('service')(question('shop', 'catalog'), context);
    expect(peers(data.inbound).sort()).toEqual([
      'checkout http',
      'productpage-v1 http',
      'reports http',
      'wordpress-v1 http',
    ]);
    expect(peers(data.outbound)).toEqual(['catalog-v1 http', 'catalog-v2 http']);
  });

  test('a service that only stands behind a route is told apart from its host', async () => {
    const { data } = await loadTraffic('service')(question('shop', 'catalog-v1'), context);
    expect(data.node?.id).toBe('service:Kubernetes/shop/catalog-v1');
    expect(data.inbound.length).toBe(4);
    expect(peers(data.outbound)).toEqual(['catalog-v1 http']);
    expect(data.picture.foldRoutes).toBe('false');
  });

  test('a ServiceEntry has its callers', async () => {
    const { data } = await loadTraffic('service')(question('external', 'api'), context);
    expect(data.node?.kind).toBe('serviceEntry');
    expect(peers(data.inbound)).toContain('details-v1 http');
  });

  test('an application sums its versions', async () => {
    const { data } = await loadTraffic('application')(question('bookinfo', 'reviews'), context);
    expect(peers(data.inbound)).toEqual(['productpage http']);
  });

  test('callers without a proxy, unknown hosts and refused hosts are peers like others', async () => {
    const crawler = await loadTraffic('workload')(question('external', 'crawler'), context);
    expect(crawler.data.inbound.map(({ peer }) => peer.kind)).toContain('unknown');
    const refused = crawler.data.outbound.find(({ peer }) => peer.kind === 'blackHole');
    expect(refused?.peer.hosts).toEqual(['unknown.example.com']);
    expect(refused?.peer.explanation?.text).toBeDefined();
    const storefront = await loadTraffic('workload')(question('shop', 'storefront-v1'), context);
    const passed = storefront.data.outbound.find(({ peer }) => peer.kind === 'passthrough');
    expect(passed?.peer.hosts).toEqual(['fonts.example.org']);
  });
});

test('a name that nothing is known of has no peers and no node', async () => {
  const { data } = await loadTraffic('workload')(question('shop', 'nothing'), context);
  expect(data).toMatchObject({ inbound: [], outbound: [] });
  expect(data.node).toBeUndefined();
});

test('without objects the peers come from metrics alone, and a warning says so', async () => {
  const { metrics } = context.sources;
  const { data, warnings } = await loadTraffic('workload')(question('bookinfo', 'reviews-v2'), {
    ...context,
    sources: {
      ...context.sources,
      metrics,
      objects: graphContext({ objects: new Error('gone') }).sources.objects,
    },
  });
  expect(peers(data.inbound)).toContain('productpage-v1 http');
  expect(warnings.map(({ code }) => code)).toContain('objects_missing');
});

test('without metrics the tab has no answer, but the reason', async () => {
  const failing = graphContext({
    query: async () => {
      throw new Error('Prometheus does not answer');
    },
  });
  await expect(loadTraffic('workload')(question('shop', 'wordpress-v1'), failing)).rejects.toThrow(
    'Prometheus does not answer',
  );
});
