/** How many values were at most `upTo`: a cumulative bucket as Prometheus writes it. */
export type Bucket = { upTo: number; count: number };

/**
 * A quantile (0 to 1) out of cumulative buckets in ascending order, with values spread evenly within a bucket, as
 * Prometheus' `histogram_quantile` does it. Undefined for no values.
 */
export function bucketQuantile(buckets: readonly Bucket[], quantile: number): number | undefined {
  const total = buckets.at(-1)?.count ?? 0;
  if (total === 0) return undefined;
  const rank = quantile * total;
  const index = buckets.findIndex(({ count }) => count >= rank);
  const bucket = buckets[index];
  const before = buckets[index - 1] ?? { upTo: 0, count: 0 };
  if (bucket === undefined) return undefined;
  // Above the last bound nothing is known but that it is above.
  if (bucket.upTo === Number.POSITIVE_INFINITY) return before.upTo;
  const inBucket = bucket.count - before.count;
  if (inBucket === 0) return bucket.upTo;
  return before.upTo + (bucket.upTo - before.upTo) * ((rank - before.count) / inBucket);
}
