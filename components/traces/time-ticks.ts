import type { ResolvedRange } from '#lib/time-range.ts';

const minute = 60_000;
const hour = 60 * minute;
const steps = [
  ...[5_000, 10_000, 15_000, 30_000],
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 3, 6, 12, 24, 48, 120, 240].map((count) => count * hour),
];

/** Round moments of a time range, at most seven. */
export function timeTicks({ fromMs, toMs }: ResolvedRange): number[] {
  const step = steps.find((candidate) => (toMs - fromMs) / candidate <= 6) ?? 240 * hour;
  const first = Math.ceil(fromMs / step);
  const last = Math.floor(toMs / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * step);
}
