import { expect, test } from 'vitest';
import type { GraphEdge, GraphNode } from '#lib/contract/graph.ts';
import { graphQuery, graphSeriesQuery } from '#lib/contract/graph-query.ts';
import { loadGraph } from '#server/mesh/graph/load-graph.ts';
import { loadGraphSeries } from '#server/mesh/graph/load-graph-series.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { createRecording } from '#server/sources/recording/recording.ts';

// Between two hourly incidents: a point averages over a little more than its step, so one at the ends would count askew.
const nowSeconds = Date.UTC(2026, 10, 21, 12, 30) / 1000;
const context: LoadContext = {
  sources: createRecording({ now: () => nowSeconds * 1000 }),
  nowSeconds,
  signal: new AbortController().signal,
  version: 'test',
};

const windowSeconds = 3600;
const fewRequests = 5;
/** An answer with its headers. */
const fewBytes = 20_000;

type Figure = { requests: number; bytes: number };

async function meanOf(of: Record<string, string>): Promise<Figure> {
  const query = graphSeriesQuery.parse({ ...of, range: `${windowSeconds}s` });
  const { data, warnings } = await loadGraphSeries(query, context);
  expect(warnings).toEqual([]);
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, data.points.length);
  return {
    requests: mean(data.points.map(({ requestsPerSecond = 0 }) => requestsPerSecond)),
    bytes: mean(data.points.map(({ bytesPerSecond = 0 }) => bytesPerSecond)),
  };
}

function figureOfEdge({ requestsPerSecond, bytesSentPerSecond, bytesReceivedPerSecond }: GraphEdge): Figure {
  return {
    requests: requestsPerSecond ?? 0,
    bytes: (bytesSentPerSecond ?? 0) + (bytesReceivedPerSecond ?? 0),
  };
}

/** A node is what it receives; one that nothing calls is what it sends. */
function figureOfNode(node: GraphNode): Figure {
  const isCalled = (node.requestsInPerSecond ?? 0) + (node.bytesInPerSecond ?? 0) > 0;
  return isCalled
    ? { requests: node.requestsInPerSecond ?? 0, bytes: node.bytesInPerSecond ?? 0 }
    : { requests: node.requestsOutPerSecond ?? 0, bytes: node.bytesOutPerSecond ?? 0 };
}

function disagreement(id: string, graph: Figure, curve: Figure): string[] {
  const isNear = (left: number, right: number, few: number) =>
    Math.abs(left - right) <= Math.max(0.1 * Math.max(left, right), few / windowSeconds);
  return isNear(graph.requests, curve.requests, fewRequests) && isNear(graph.bytes, curve.bytes, fewBytes)
    ? []
    : [`${id}: graph ${JSON.stringify(graph)}, curve ${JSON.stringify(curve)}`];
}

test.each<[Record<string, string>, { nodes: number; edges: number }]>([
  [{}, { nodes: 25, edges: 30 }],
  [{ serviceNodes: 'true' }, { nodes: 40, edges: 60 }],
  [
    { serviceNodes: 'false', type: 'workload' },
    { nodes: 20, edges: 30 },
  ],
  [{ type: 'app' }, { nodes: 20, edges: 30 }],
  [{ type: 'service' }, { nodes: 20, edges: 20 }],
  [
    { foldRoutes: 'false', serviceNodes: 'true' },
    { nodes: 40, edges: 60 },
  ],
  [{ namespaces: 'bookinfo' }, { nodes: 8, edges: 8 }],
  [{ namespaces: 'external,legacy' }, { nodes: 4, edges: 4 }],
])(
  'the curves of every node and edge of the graph agree with its figures: %j',
  async (parameters, fewest) => {
    const query = graphQuery.parse({ range: `${windowSeconds}s`, tcp: 'total', ...parameters });
    const { data: graph } = await loadGraph(query, context);
    expect(graph.nodes.length).toBeGreaterThanOrEqual(fewest.nodes);
    expect(graph.edges.length).toBeGreaterThanOrEqual(fewest.edges);
    const wrong: string[] = [];
    for (const edge of graph.edges)
      wrong.push(
        ...disagreement(edge.id, figureOfEdge(edge), await meanOf({ ...parameters, edge: edge.id })),
      );
    for (const node of graph.nodes)
      wrong.push(
        ...disagreement(node.id, figureOfNode(node), await meanOf({ ...parameters, node: node.id })),
      );
    expect(wrong).toEqual([]);
  },
);
