import type { GraphFigures } from '#lib/contract/compare-graph.ts';
import type { GraphEdge } from '#lib/contract/graph.ts';

/** Requests per second; an edge without any has none. */
export function rateOf({ requestsPerSecond = 0 }: GraphEdge): number {
  return requestsPerSecond;
}

/** TCP, both directions; undefined where none is known. */
export function bytesOf({ bytesSentPerSecond, bytesReceivedPerSecond }: GraphEdge): number | undefined {
  if (bytesSentPerSecond === undefined && bytesReceivedPerSecond === undefined) return undefined;
  return (bytesSentPerSecond ?? 0) + (bytesReceivedPerSecond ?? 0);
}

/** What a table shows of an edge. */
export function edgeFigures(edge: GraphEdge): GraphFigures {
  const { health, requestsPerSecond, errorShare, responseTimeMs, mtlsShare } = edge;
  const bytesPerSecond = bytesOf(edge);
  return {
    health: health.status,
    ...(requestsPerSecond === undefined ? {} : { requestsPerSecond }),
    ...(errorShare === undefined ? {} : { errorShare }),
    ...(responseTimeMs?.p95 === undefined ? {} : { p95Ms: responseTimeMs.p95 }),
    ...(bytesPerSecond === undefined ? {} : { bytesPerSecond }),
    ...(mtlsShare === undefined ? {} : { mtlsShare }),
  };
}
