import type { Bucket } from '#server/metrics/histogram-quantile.ts';

/**
 * The share of a histogram's observations that lie below a value (0 to 1), linear inside a bucket as PromQL's quantiles
 * are. In the `+Inf` bucket nothing tells where, so it is the share of all others. Undefined for an empty histogram.
 */
export function shareBelow(value: number, buckets: readonly Bucket[]): number | undefined {
  const ordered = buckets.toSorted((left, right) => left.upperBound - right.upperBound);
  const total = ordered.at(-1)?.count ?? 0;
  if (!(total > 0) || Number.isNaN(value)) return undefined;
  let below: Bucket = { upperBound: 0, count: 0 };
  for (const bucket of ordered) {
    if (value <= bucket.upperBound) {
      if (bucket.upperBound === Number.POSITIVE_INFINITY) return below.count / total;
      const width = bucket.upperBound - below.upperBound;
      const inside = width > 0 ? Math.max(0, value - below.upperBound) / width : 1;
      return Math.min(1, (below.count + (bucket.count - below.count) * inside) / total);
    }
    below = bucket;
  }
  return 1;
}
