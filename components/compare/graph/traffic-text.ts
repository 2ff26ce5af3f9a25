import type { GraphFigures } from '#lib/contract/compare-graph.ts';
import { formatBytesPerSecond } from '#lib/format-bytes.ts';
import { formatRate } from '#lib/format-rate.ts';

/** What goes through a part of the graph; undefined where it is not there, or nothing is known of it. */
export function trafficText(figures: GraphFigures | undefined): string | undefined {
  if (figures?.bytesPerSecond !== undefined) return formatBytesPerSecond(figures.bytesPerSecond);
  return figures?.requestsPerSecond === undefined ? undefined : formatRate(figures.requestsPerSecond);
}
