import type { Latency } from '#lib/contract/graph.ts';
import { histogramQuantile } from '#server/metrics/histogram-quantile.ts';

const quantiles = { p50: 0.5, p95: 0.95, p99: 0.99 } as const;

/** Quantiles over summed buckets, in milliseconds; a quantile without data is absent, never NaN. */
export function latencyOf(buckets: ReadonlyMap<number, number>): Latency | undefined {
  if (buckets.size === 0) return undefined;
  const list = [...buckets].map(([upperBound, count]) => ({ upperBound, count }));
  const latency: Latency = {};
  for (const name of ['p50', 'p95', 'p99'] as const) {
    const value = histogramQuantile(quantiles[name], list);
    if (Number.isFinite(value)) latency[name] = value;
  }
  return latency.p50 === undefined ? undefined : latency;
}
