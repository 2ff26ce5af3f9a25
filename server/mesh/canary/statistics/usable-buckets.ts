import type { LatencyBuckets } from '../observed.ts';
import { usableCount } from './usable-count.ts';

/** Buckets that can be counted, ascending, each bound once: those with a bound, what is no count taken for none. */
export function usableBuckets(buckets: LatencyBuckets): { upToMs: number; count: number }[] {
  const byBound = new Map<number, number>();
  for (const { upToMs, count } of buckets)
    if (upToMs >= 0) byBound.set(upToMs, (byBound.get(upToMs) ?? 0) + usableCount(count));
  return [...byBound]
    .map(([upToMs, count]) => ({ upToMs, count }))
    .toSorted((left, right) => left.upToMs - right.upToMs);
}
