import type { GraphEdge } from '#lib/contract/graph.ts';
import type { Figures } from '#lib/contract/inventory.ts';
import { roundFigure } from '#server/mesh/graph/build/round-figure.ts';

/**
 * What arrives over these edges. Requests, errors and bytes are each absent where no edge measured them; 0 says that
 * series exist and did not move.
 */
export function figuresOf(inbound: readonly GraphEdge[], p95Ms: number | undefined): Figures {
  const figures: Figures = {};
  let requests: number | undefined;
  let errors = 0;
  let bytes: number | undefined;
  for (const edge of inbound) {
    if (edge.requestsPerSecond !== undefined) {
      requests = (requests ?? 0) + edge.requestsPerSecond;
      errors += edge.requestsPerSecond * (edge.errorShare ?? 0);
    }
    for (const flow of [edge.bytesSentPerSecond, edge.bytesReceivedPerSecond])
      if (flow !== undefined) bytes = (bytes ?? 0) + flow;
  }
  if (requests !== undefined) figures.requestsPerSecond = roundFigure(requests);
  if (requests !== undefined && requests > 0) figures.errorShare = roundFigure(errors / requests);
  if (p95Ms !== undefined) figures.p95Ms = p95Ms;
  if (bytes !== undefined) figures.bytesPerSecond = roundFigure(bytes);
  return figures;
}
