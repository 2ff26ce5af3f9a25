import binomialQuantile from '@stdlib/stats-base-dists-binomial-quantile';
import type { LatencyBuckets } from '../observed.ts';
import { sum } from './sum.ts';
import { usableBuckets } from './usable-buckets.ts';
import { z95 } from './wilson.ts';

/** Up to here ranks are exact; above, the normal approximation is off by less than one rank in a hundred. */
const mostExact = 10_000;

/**
 * Bounds of buckets, in milliseconds, between which a quantile (0 to 1) lies with 95 % or more: of so many requests the
 * ranks of two bound it, by the binomial distribution, and a bucket is all that is known of a request. `toMs` is absent
 * where only the last, open bucket or no request bounds it above; undefined where neither side is bounded.
 * Source: Conover, Practical Nonparametric Statistics, section 3.2; decisions.md, Canary.
 */
export function orderStatisticInterval(
  buckets: LatencyBuckets,
  quantile: number,
): { fromMs: number; toMs?: number } | undefined {
  const known = usableBuckets(buckets);
  const total = Math.floor(sum(known.map(({ count }) => count)));
  if (total === 0 || !(quantile > 0 && quantile < 1)) return undefined;
  const { lower, upper } = ranksAround(total, quantile);
  const from = lower < 1 ? 0 : bucketOfRank(known, lower).aboveMs;
  const to = upper > total ? Number.POSITIVE_INFINITY : bucketOfRank(known, upper).upToMs;
  if (from === 0 && to === Number.POSITIVE_INFINITY) return undefined;
  return { fromMs: from, ...(Number.isFinite(to) ? { toMs: to } : {}) };
}

/** Ranks, from 1, of the requests that bound a quantile: below 1 or above the total where none does. */
export function ranksAround(total: number, quantile: number): { lower: number; upper: number } {
  if (total <= mostExact)
    return {
      lower: binomialQuantile(0.025, total, quantile),
      upper: binomialQuantile(0.975, total, quantile) + 1,
    };
  const reach = z95 * Math.sqrt(total * quantile * (1 - quantile));
  return { lower: Math.floor(total * quantile - reach), upper: Math.ceil(total * quantile + reach) + 1 };
}

function bucketOfRank(buckets: LatencyBuckets, rank: number): { aboveMs: number; upToMs: number } {
  let seen = 0;
  let aboveMs = 0;
  for (const { upToMs, count } of buckets) {
    seen += count;
    if (seen >= rank) return { aboveMs, upToMs };
    aboveMs = upToMs;
  }
  return { aboveMs, upToMs: Number.POSITIVE_INFINITY };
}
