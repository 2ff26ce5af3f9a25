import type { LatencyBuckets } from '../observed.ts';
import type { CountOfTotal } from '../statistics/newcombe.ts';
import { sum } from '../statistics/sum.ts';
import { usableBuckets } from '../statistics/usable-buckets.ts';

/** How many requests took longer than a bound that their buckets have, of all. */
export function slowerThan(buckets: LatencyBuckets, aboveMs: number): CountOfTotal {
  const known = usableBuckets(buckets);
  return {
    count: sum(known.filter(({ upToMs }) => upToMs > aboveMs).map(({ count }) => count)),
    total: sum(known.map(({ count }) => count)),
  };
}
