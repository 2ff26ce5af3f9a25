import { expect, test } from 'vitest';
import { graphQuery, graphSeriesQuery } from '#lib/contract/graph-query.ts';
import { restrictSources } from '#server/access/restrict/restrict-sources.ts';
import { loadGraph } from '#server/mesh/graph/load-graph.ts';
import { loadGraphSeries } from '#server/mesh/graph/load-graph-series.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { createRecording } from '#server/sources/recording/recording.ts';

const nowSeconds = Date.UTC(2026, 10, 21, 12) / 1000;
const recording = createRecording({ now: () => nowSeconds * 1000 });
const visibleNamespaces = new Set(['shop']);
const context = {
  sources: restrictSources(recording, { namespaces: visibleNamespaces }),
  visibleNamespaces,
  nowSeconds,
  signal: new AbortController().signal,
  version: 'test',
};
const whole: LoadContext = { ...context, sources: recording };

async function graphOf(parameters: Record<string, string>, from: LoadContext = context) {
  return (await loadGraph(graphQuery.parse(parameters), from)).data;
}

test.each(['versionedApp', 'workload', 'app', 'service'])(
  'in a graph by %s all that is hidden is one node, without a name or a place',
  async (type) => {
    const { nodes, edges, boxes } = await graphOf({ type, serviceNodes: 'true' });
    const hidden = nodes.filter(({ kind }) => kind === 'restricted');
    expect(hidden).toMatchObject([{ id: 'restricted:Kubernetes', name: 'restricted' }]);
    expect(hidden[0]?.namespace).toBeUndefined();
    expect(hidden[0]?.explanation?.text).toMatch(/namespaces that you may not see/);
    expect(JSON.stringify(boxes)).not.toContain('restricted');
    const touching = edges.filter(({ id }) => id.includes('restricted:Kubernetes'));
    expect(touching.length).toBeGreaterThan(2);
    expect(touching.filter(({ source, target }) => source === target)).toEqual([]);
    expect(JSON.stringify({ nodes, edges })).not.toMatch(/bookinfo|productpage|crawler|istio-system/);
  },
);

test('what the hidden callers of a service send is counted as by whoever sees them', async () => {
  const target = 'service:Kubernetes/shop/catalog';
  const parameters = { type: 'workload', serviceNodes: 'true', namespaces: 'shop' };
  const restricted = await graphOf(parameters);
  const all = await graphOf(parameters, whole);
  const sumOf = (graph: typeof all, isHidden: (source: string) => boolean) =>
    graph.edges
      .filter((edge) => edge.target === target && isHidden(edge.source))
      .reduce((sum, { requestsPerSecond = 0 }) => sum + requestsPerSecond, 0);
  const seen = sumOf(restricted, (source) => source.startsWith('restricted:'));
  expect(seen).toBeGreaterThan(0);
  expect(seen).toBeCloseTo(
    sumOf(all, (source) => source.startsWith('workload:') && !source.includes('/shop/')),
    2,
  );
});

test('the restricted node has curves of what it sends', async () => {
  const query = graphSeriesQuery.parse({
    edge: 'restricted:Kubernetes|service:Kubernetes/shop/catalog|http',
    type: 'workload',
    serviceNodes: 'true',
  });
  const { data } = await loadGraphSeries(query, context);
  const rates = data.points.map(({ requestsPerSecond = 0 }) => requestsPerSecond);
  expect(Math.max(...rates)).toBeGreaterThan(0);
  expect(JSON.stringify(data)).not.toMatch(/bookinfo|productpage/);
});
