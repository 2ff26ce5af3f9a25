type Points = readonly (readonly [number, number])[];

export type CounterReading = {
  /** Points passed over: no numbers, below zero, or too large to be counted exactly. */
  unusable: number;
  /** Points that were no whole numbers, and were rounded. */
  fractional: number;
  /** How often the counter fell, so began anew. */
  resets: number;
};

type Reader = {
  /** Whether a counter that begins at this time was there before, so that its first value is old. */
  isBaseline: (atSeconds: number) => boolean;
  /** Is told what was counted between a point and the one before it: a whole number above 0. */
  add: (atSeconds: number, count: number) => void;
};

/**
 * Reads a raw counter point by point, oldest first. One that falls began anew at zero (Prometheus' rule for counters);
 * one that is away for a while goes on from its last value. A first value that is no baseline is counted whole:
 * increase() would lose it, and Istio's counters begin with a first request.
 */
export function readCounter(points: Points, { isBaseline, add }: Reader): CounterReading {
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
    if (count > 0) add(atSeconds, count);
    last = value;
  }
  return { unusable, fractional, resets };
}
