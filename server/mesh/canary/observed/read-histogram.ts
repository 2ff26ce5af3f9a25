type Points = readonly (readonly [number, number])[];
/** One `le` of a histogram: how many requests took at most `upToMs`, at several times. */
export type BucketPoints = { upToMs: number; points: Points };

export type HistogramReading = {
  /** By bound: how many requests took at most so long, counted from the first point on. */
  cumulative: ReadonlyMap<number, number>;
  /** Points passed over: no numbers, or below zero. */
  unusable: number;
};

/**
 * What one histogram counted. All its buckets belong to one process, so when one of them falls all began anew; else as
 * `readCounter`. A bucket that has no value at a time counts nothing then: stores may leave out those that are empty.
 * `fromSeconds` is the time until which nothing is counted.
 */
export function readHistogram(
  buckets: readonly BucketPoints[],
  { isBaseline, fromSeconds }: { isBaseline: (atSeconds: number) => boolean; fromSeconds: number },
): HistogramReading {
  const cumulative = new Map<number, number>();
  let unusable = 0;
  const byTime = new Map<number, Map<number, number>>();
  for (const { upToMs, points } of buckets) {
    cumulative.set(upToMs, 0);
    for (const [atSeconds, raw] of points) {
      const value = Math.round(raw);
      if (!Number.isSafeInteger(value) || raw < 0) {
        unusable += 1;
        continue;
      }
      const values = byTime.get(atSeconds) ?? new Map<number, number>();
      byTime.set(atSeconds, values.set(upToMs, value));
    }
  }
  const last = new Map<number, number>();
  const times = [...byTime].sort(([one], [other]) => one - other);
  for (const [index, [atSeconds, values]] of times.entries()) {
    const isFirst = index === 0 && isBaseline(atSeconds);
    const isReset = [...values].some(([bound, value]) => value < (last.get(bound) ?? 0));
    if (isReset) last.clear();
    for (const [bound, value] of values) {
      const count = value - (last.get(bound) ?? 0);
      last.set(bound, value);
      if (!isFirst && atSeconds > fromSeconds) cumulative.set(bound, (cumulative.get(bound) ?? 0) + count);
    }
  }
  return { cumulative, unusable };
}
