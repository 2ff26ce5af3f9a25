type Points = readonly (readonly [number, number])[];

export type CounterReading = {
  /** What was counted between a point and the one before it; whole numbers above 0, oldest first. */
  increments: readonly { atSeconds: number; count: number }[];
  /** Points passed over: no numbers, below zero, or too large to be counted exactly. */
  unusable: number;
  /** Points that were no whole numbers, and were rounded. */
  fractional: number;
  /** How often the counter fell, so began anew. */
  resets: number;
};

/**
 * What a raw counter counted, point by point. One that falls began anew at zero (Prometheus' rule for counters); one that
 * is away for a while goes on from its last value. Its first value is counted whole unless `isBaseline` says that the
 * counter is older than what is asked for: increase() would lose it, and Istio's counters begin with a first request.
 */
export function readCounter(points: Points, isBaseline: (atSeconds: number) => boolean): CounterReading {
  const increments: { atSeconds: number; count: number }[] = [];
  const [first] = points;
  let last = first === undefined || !isBaseline(first[0]) ? 0 : undefined;
  let unusable = 0;
  let fractional = 0;
  let resets = 0;
  for (const [atSeconds, raw] of points) {
    const value = Math.round(raw);
    if (!Number.isSafeInteger(value) || raw < 0) {
      unusable += 1;
      continue;
    }
    if (value !== raw) fractional += 1;
    const isReset = last !== undefined && value < last;
    if (isReset) resets += 1;
    const count = last === undefined ? 0 : isReset ? value : value - last;
    if (count > 0) increments.push({ atSeconds, count });
    last = value;
  }
  return { increments, unusable, fractional, resets };
}
