import type { LatencyBuckets } from '../observed.ts';
import { usableCount } from './usable-count.ts';

/** Buckets that can be counted, ascending: those with a bound, what is no count taken for none. */
export function usableBuckets(buckets: LatencyBuckets): { upToMs: number; count: number }[] {
  return buckets
    .filter(({ upToMs }) => !Number.isNaN(upToMs))
    .map(({ upToMs, count }) => ({ upToMs, count: usableCount(count) }))
    .toSorted((left, right) => left.upToMs - right.upToMs);
}

export function bucketTotal(buckets: LatencyBuckets): number {
  return buckets.reduce((total, { count }) => total + usableCount(count), 0);
}
