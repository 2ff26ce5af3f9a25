import type { Graph, GraphEdge } from '#lib/contract/graph.ts';
import type { TrafficRow } from '#lib/contract/traffic.ts';

type Found = { inbound: TrafficRow[]; outbound: TrafficRow[] };

/** The edges of a graph that end or begin at one of these nodes, each with its peer, busiest first. */
export function trafficOf(graph: Graph, nodeIds: readonly string[]): Found {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const rowsBy = (own: (edge: GraphEdge) => string, other: (edge: GraphEdge) => string) =>
    graph.edges
      .flatMap((edge): TrafficRow[] => {
        const peer = nodes.get(other(edge));
        return nodeIds.includes(own(edge)) && peer !== undefined ? [{ edge, peer }] : [];
      })
      .sort((a, b) => weight(b.edge) - weight(a.edge) || a.edge.id.localeCompare(b.edge.id));
  return {
    inbound: rowsBy(
      ({ target }) => target,
      ({ source }) => source,
    ),
    outbound: rowsBy(
      ({ source }) => source,
      ({ target }) => target,
    ),
  };
}

/** Requests count before bytes: a row of TCP has none of the first. */
function weight({
  requestsPerSecond,
  bytesSentPerSecond = 0,
  bytesReceivedPerSecond = 0,
}: GraphEdge): number {
  return requestsPerSecond ?? (bytesSentPerSecond + bytesReceivedPerSecond) / 1e9;
}
