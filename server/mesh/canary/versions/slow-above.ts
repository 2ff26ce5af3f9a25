import type { LatencyBuckets } from '../observed.ts';
import { usableBuckets } from '../statistics/usable-buckets.ts';
import { slowerThan } from './slower-than.ts';

const quantile = 0.95;

/**
 * From where on a request counts as slow, in milliseconds: the 95th percentile of the baseline's, rounded up to a bound that
 * all versions' buckets have; their last bound where even more are above it. Undefined without a histogram of the baseline
 * or a common bound. Source: peers.md section 3.4.
 */
export function slowAbove(
  latency: readonly (LatencyBuckets | undefined)[],
  baseline: number,
): number | undefined {
  const theirs = latency[baseline];
  if (theirs === undefined) return undefined;
  const others = latency.flatMap((buckets) =>
    buckets === undefined ? [] : [new Set(usableBuckets(buckets).map(({ upToMs }) => upToMs))],
  );
  const bounds = usableBuckets(theirs)
    .map(({ upToMs }) => upToMs)
    .filter((bound) => Number.isFinite(bound) && others.every((known) => known.has(bound)));
  const { total } = slowerThan(theirs, 0);
  if (total === 0) return undefined;
  return bounds.find((bound) => slowerThan(theirs, bound).count <= (1 - quantile) * total) ?? bounds.at(-1);
}
