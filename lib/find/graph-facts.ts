import type { EdgeProtocol, Graph, GraphEdge, GraphNode } from '#lib/contract/graph.ts';

type Direction = 'in' | 'out';

/** What conditions may ask of the graph around a node or an edge. */
export type GraphFacts = {
  nodeById: ReadonlyMap<string, GraphNode>;
  /** Edges that touch the node. */
  edgeCount: (nodeId: string) => number;
  /** Requests per second, or bytes per second for TCP; undefined without such edges. */
  traffic: (nodeId: string, direction: Direction, protocol: EdgeProtocol) => number | undefined;
  /** 1 for the nodes with the most edges, then 2, and so on without gaps. */
  rank: (nodeId: string) => number | undefined;
};

/** Requests per second of an HTTP or gRPC edge, bytes sent per second of a TCP edge. */
export function trafficOf(edge: GraphEdge): number | undefined {
  return edge.protocol === 'tcp' ? edge.bytesSentPerSecond : edge.requestsPerSecond;
}

/** Sums and ranks of a graph, computed once for all conditions. */
export function graphFacts(graph: Graph): GraphFacts {
  const counts = new Map<string, number>();
  const sums = new Map<string, number>();
  for (const edge of graph.edges) {
    for (const [nodeId, direction] of [
      [edge.source, 'out'],
      [edge.target, 'in'],
    ] as const) {
      counts.set(nodeId, (counts.get(nodeId) ?? 0) + 1);
      const traffic = trafficOf(edge);
      if (traffic === undefined) continue;
      const key = sumKey(nodeId, direction, edge.protocol);
      sums.set(key, (sums.get(key) ?? 0) + traffic);
    }
  }
  const levels = [...new Set(counts.values())].sort((a, b) => b - a);
  return {
    nodeById: new Map(graph.nodes.map((node) => [node.id, node])),
    edgeCount: (nodeId) => counts.get(nodeId) ?? 0,
    traffic: (nodeId, direction, protocol) => sums.get(sumKey(nodeId, direction, protocol)),
    rank: (nodeId) => {
      const level = levels.indexOf(counts.get(nodeId) ?? 0);
      return level < 0 ? undefined : level + 1;
    },
  };
}

function sumKey(nodeId: string, direction: Direction, protocol: EdgeProtocol): string {
  return `${direction} ${protocol} ${nodeId}`;
}
