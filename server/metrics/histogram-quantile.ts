/** One cumulative bucket: how many observations were at most `upperBound`. */
export type Bucket = { upperBound: number; count: number };

/**
 * The quantile (0 to 1) of a histogram in the unit of its bounds, by the rules of PromQL's `histogram_quantile`:
 * linear inside a bucket, the lowest bucket starts at 0 unless its bound is not positive, and what lies in the
 * `+Inf` bucket is answered with the highest finite bound. `buckets` may be in any order. NaN when the histogram is
 * empty, has no `+Inf` bucket, or has no finite one.
 */
export function histogramQuantile(quantile: number, buckets: readonly Bucket[]): number {
  const ordered = cumulative(buckets);
  const last = ordered.at(-1);
  if (last === undefined || ordered.length < 2 || last.upperBound !== Number.POSITIVE_INFINITY)
    return Number.NaN;
  if (last.count === 0 || Number.isNaN(quantile)) return Number.NaN;
  if (quantile < 0) return Number.NEGATIVE_INFINITY;
  if (quantile > 1) return Number.POSITIVE_INFINITY;

  const rank = quantile * last.count;
  let below: Bucket | undefined;
  for (const bucket of ordered) {
    if (bucket === last) break;
    if (bucket.count >= rank) return inside({ bucket, below, rank });
    below = bucket;
  }
  return below === undefined ? Number.NaN : below.upperBound;
}

function inside({
  bucket,
  below,
  rank,
}: {
  bucket: Bucket;
  below: Bucket | undefined;
  rank: number;
}): number {
  if (below === undefined && bucket.upperBound <= 0) return bucket.upperBound;
  const start = below?.upperBound ?? 0;
  const countBelow = below?.count ?? 0;
  return start + (bucket.upperBound - start) * ((rank - countBelow) / (bucket.count - countBelow));
}

/** Ascending bounds, each once, and counts that never fall: scrapes of several proxies are not of one instant. */
function cumulative(buckets: readonly Bucket[]): Bucket[] {
  const countByBound = new Map<number, number>();
  for (const { upperBound, count } of buckets) {
    if (Number.isNaN(upperBound)) continue;
    countByBound.set(upperBound, (countByBound.get(upperBound) ?? 0) + count);
  }
  let highest = 0;
  return [...countByBound]
    .sort(([left], [right]) => left - right)
    .map(([upperBound, count]) => {
      highest = Math.max(highest, count);
      return { upperBound, count: highest };
    });
}

/** The number that a `le` label stands for; NaN when it is none. */
export function boundOf(le: string): number {
  if (le === '+Inf' || le === 'Inf') return Number.POSITIVE_INFINITY;
  return le.trim() === '' ? Number.NaN : Number(le);
}
