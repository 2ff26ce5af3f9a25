import type { Latency } from '#lib/contract/graph.ts';
import { histogramQuantile } from '#server/metrics/histogram-quantile.ts';
import { roundFigure } from './round-figure.ts';

export type LatencyOf = (buckets: ReadonlyMap<number, number> | undefined) => Latency | undefined;

/** Istio's bounds of `istio_request_duration_milliseconds`, unless a mesh sets its own. */
const defaultBounds = [
  0.5, 1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000, 60_000, 300_000, 600_000, 1_800_000,
  3_600_000,
];

/**
 * Quantiles over summed buckets, in milliseconds; a quantile without data is absent, never NaN. Answers leave empty
 * buckets out, and with them where the lowest full one begins: that is the next lower bound that the mesh is known to
 * have. `seenBounds` are those of all histograms in the answer.
 */
export function latencyWith(seenBounds: ReadonlySet<number>): LatencyOf {
  const finite = [...seenBounds].filter((bound) => Number.isFinite(bound));
  const hasDefaults = finite.every((bound) => defaultBounds.includes(bound));
  const bounds = (hasDefaults ? defaultBounds : finite).toSorted((left, right) => left - right);
  return (buckets) => {
    if (buckets === undefined || buckets.size === 0) return undefined;
    const lowest = Math.min(...buckets.keys());
    const begins = bounds.findLast((bound) => bound < lowest);
    const list = [...buckets].map(([upperBound, count]) => ({ upperBound, count }));
    if (begins !== undefined) list.push({ upperBound: begins, count: 0 });
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((quantile) => histogramQuantile(quantile, list));
    if (p50 === undefined || p95 === undefined || p99 === undefined || !Number.isFinite(p50))
      return undefined;
    return { p50: roundFigure(p50), p95: roundFigure(p95), p99: roundFigure(p99) };
  };
}
