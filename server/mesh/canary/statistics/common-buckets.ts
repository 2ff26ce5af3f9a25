import type { LatencyBuckets } from '../observed.ts';
import { usableBuckets } from './usable-buckets.ts';

/**
 * Counts of both in the buckets whose bounds both have, ascending: proxies of other versions or settings may have other
 * buckets. A count goes to the next bound that both know, above the last of them to Infinity.
 */
export function commonBuckets(
  ours: LatencyBuckets,
  theirs: LatencyBuckets,
): { upToMs: number; ours: number; theirs: number }[] {
  const left = usableBuckets(ours);
  const right = usableBuckets(theirs);
  const known = new Set(right.map(({ upToMs }) => upToMs));
  const shared = left.map(({ upToMs }) => upToMs).filter((bound) => known.has(bound));
  const bounds = [...new Set([...shared, Number.POSITIVE_INFINITY])];
  const leftCounts = countsUpTo(left, bounds);
  const rightCounts = countsUpTo(right, bounds);
  return bounds.map((upToMs, index) => ({
    upToMs,
    ours: leftCounts[index] ?? 0,
    theirs: rightCounts[index] ?? 0,
  }));
}

function countsUpTo(buckets: LatencyBuckets, bounds: readonly number[]): number[] {
  const counts = bounds.map(() => 0);
  for (const { upToMs, count } of buckets) {
    const index = bounds.findIndex((bound) => bound >= upToMs);
    counts[index] = (counts[index] ?? 0) + count;
  }
  return counts;
}
