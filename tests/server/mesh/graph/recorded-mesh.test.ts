import { expect, test } from 'vitest';
import { type Graph, graphSchema } from '#lib/contract/graph.ts';
import { graphQuery, graphSeriesQuery, graphTypes, serviceNodeModes } from '#lib/contract/graph-query.ts';
import { isUnsentEdge } from '#lib/graph/unsent-edge.ts';
import { loadGraph } from '#server/mesh/graph/load-graph.ts';
import { loadGraphSeries } from '#server/mesh/graph/load-graph-series.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { recordedNowSeconds } from '#tests/support/recorded-traffic.ts';
import { expectRowsToAddUp } from '#tests/support/response-rows.ts';
import { edge, lines, node } from '#tests/support/telemetry.ts';

const context: LoadContext = {
  sources: createRecording({ now: () => recordedNowSeconds * 1000 }),
  nowSeconds: recordedNowSeconds,
  signal: new AbortController().signal,
  version: 'test',
};

async function graphWith(parameters: Record<string, string>): Promise<Graph> {
  const { data, warnings } = await loadGraph(graphQuery.parse({ range: '1h', ...parameters }), context);
  expect(warnings).toEqual([]);
  return data;
}

test('every type of graph of the recorded mesh follows the contract and hangs together', async () => {
  const variants: Record<string, string>[] = [
    {},
    { idle: 'true', serviceNodes: 'true' },
    { namespaces: 'shop', include: 'latency,throughput' },
  ];
  for (const type of graphTypes)
    for (const more of variants) {
      const graph = await graphWith({ type, ...more });
      expect(graphSchema.parse(graph)).toEqual(graph);
      const ids = new Set(graph.nodes.map(({ id }) => id));
      expect(ids.size).toBe(graph.nodes.length);
      expect(graph.edges.length).toBeGreaterThan(10);
      for (const { source, target } of graph.edges)
        expect([ids.has(source), ids.has(target)]).toEqual([true, true]);
      const members = graph.boxes.flatMap((box) => box.members);
      expect(new Set(members).size).toBe(members.length);
      for (const member of members) expect(ids.has(member)).toBe(true);
    }
});

test('routes split as they are configured, and the stale proxy splits one to one', async () => {
  const routed = await graphWith({ type: 'workload' });
  const share = (graph: Graph, line: string) => edge(graph, line).splitShare;
  const reviews = (version: string) =>
    `service:bookinfo/reviews -> workload:bookinfo/reviews-${version} http`;
  expect(share(routed, reviews('v1'))).toBeCloseTo(0.25, 1);
  expect(share(routed, reviews('v3'))).toBeCloseTo(0.5, 1);
  expect(edge(routed, reviews('v3')).route).toEqual({
    kind: 'VirtualService',
    namespace: 'bookinfo',
    name: 'reviews',
  });
  expect(share(routed, 'workload:shop/storefront-istio -> workload:shop/storefront-v1 http')).toBeCloseTo(
    0.9,
    1,
  );

  const byCaller = await graphWith({ type: 'workload', serviceNodes: 'false' });
  expect(share(byCaller, 'workload:shop/wordpress-v1 -> workload:shop/catalog-v1 http')).toBeCloseTo(0.75, 1);
  expect(share(byCaller, 'workload:shop/checkout -> workload:shop/catalog-v1 http')).toBeCloseTo(0.5, 1);
});

test('whatever is drawn, the rows of every reporter add up, and TCP has none', async () => {
  for (const type of graphTypes)
    for (const serviceNodes of serviceNodeModes) {
      const graph = await graphWith({ type, serviceNodes });
      for (const one of graph.edges) expectRowsToAddUp(one);
      const tcp = graph.edges.filter(({ protocol }) => protocol === 'tcp');
      expect(tcp.length).toBeGreaterThan(0);
      for (const { responses, connections = [] } of tcp)
        expect([responses, connections.length > 0]).toEqual([undefined, true]);
    }
});

test('a caller without a proxy makes no proxies disagree', async () => {
  const graph = await graphWith({ type: 'workload', serviceNodes: 'true' });
  const into = edge(graph, 'service:external/crawler -> workload:external/crawler http');
  expect(into.reportersDiffer).toBeUndefined();
  expect(into.reporters?.destination?.requestsPerSecond).toBe(into.requestsPerSecond);
});

test('copies that a route mirrors are drawn as such, and split nothing', async () => {
  const graph = await graphWith({ type: 'workload', serviceNodes: 'false' });
  const copies = edge(graph, 'workload:bookinfo/productpage-v1 -> workload:bookinfo/ratings-v2 http');
  expect(copies.splitShare).toBeUndefined();
  expect(copies.reportersDiffer?.evidence.map(({ text }) => text)).toContain(
    'VirtualService bookinfo/ratings spec.http[4].mirror',
  );
  expect(graph.edges.filter(isUnsentEdge)).toEqual([copies]);
});

test('backends that are drawn as one application are not split', async () => {
  const graph = await graphWith({ type: 'app' });
  expect(graph.edges.filter(({ splitShare }) => splitShare === 1)).toEqual([]);
});

test('callers outside the mesh, blocked egress and hosts outside the registry are told apart', async () => {
  const graph = await graphWith({ type: 'workload' });
  expect(edge(graph, 'unknown:unknown -> workload:external/crawler http').mtlsShare).toBe(0);
  expect(edge(graph, 'unknown:unknown -> workload:shop/mysql tcp').mtlsShare).toBe(0);
  expect(edge(graph, 'workload:shop/wordpress-v1 -> workload:shop/mysql tcp').mtlsShare).toBe(1);
  expect(node(graph, 'passthrough:Kubernetes').hosts).toContain('fonts.example.org');
  expect(node(graph, 'blackHole:Kubernetes').hosts?.length).toBeGreaterThan(0);
  expect(lines(graph)).toContain('workload:shop/checkout -> serviceEntry:external/payments http');
  expect(lines(graph)).toContain(
    'workload:external/crawler -> workload:istio-system/istio-egressgateway http',
  );
});

test('every edge and node of the graph has curves', async () => {
  const graph = await graphWith({ type: 'versionedApp' });
  const isMoving = async (of: { edge: string } | { node: string }) => {
    const { data } = await loadGraphSeries(graphSeriesQuery.parse({ ...of, range: '1h' }), context);
    return data.points.some(
      ({ requestsPerSecond = 0, bytesPerSecond = 0 }) => requestsPerSecond + bytesPerSecond > 0,
    );
  };
  for (const { id } of graph.edges) expect([id, await isMoving({ edge: id })]).toEqual([id, true]);
  for (const { id } of graph.nodes) expect([id, await isMoving({ node: id })]).toEqual([id, true]);
});
