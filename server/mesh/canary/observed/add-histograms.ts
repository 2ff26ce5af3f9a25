import type { LatencyBuckets } from '../observed.ts';

type Cumulative = ReadonlyMap<number, number>;

export type AddedHistogram = {
  /** Absent where nothing was counted, or where no bound tells anything. */
  buckets?: LatencyBuckets;
  /** Bounds that not all proxies have; they were left out. */
  droppedBounds: number;
  /** Buckets that held fewer requests than the one below them, and were raised to it. */
  repaired: number;
};

/**
 * Cumulative histograms of several proxies as one, with counts of the single buckets. Only bounds that all have can be
 * added; those below a histogram's lowest are taken for empty, as stores may leave out empty buckets.
 */
export function addHistograms(histograms: readonly Cumulative[]): AddedHistogram {
  const counted = histograms.filter((one) => (one.get(Number.POSITIVE_INFINITY) ?? 0) > 0);
  const bounds = [...new Set(counted.flatMap((one) => [...one.keys()]))].sort((one, other) => one - other);
  const shared = bounds.filter((bound) => counted.every((one) => one.has(bound) || bound < lowestBound(one)));
  const droppedBounds = bounds.length - shared.length;
  let below = 0;
  let repaired = 0;
  const buckets = shared.map((upToMs) => {
    const sum = counted.reduce((total, one) => total + (one.get(upToMs) ?? 0), 0);
    if (sum < below) repaired += 1;
    const upTo = Math.max(below, sum);
    const count = upTo - below;
    below = upTo;
    return { upToMs, count };
  });
  return buckets.length < 2 ? { droppedBounds, repaired } : { buckets, droppedBounds, repaired };
}

function lowestBound(histogram: Cumulative): number {
  return Math.min(...histogram.keys());
}
