import { type TimeRange, toAbsoluteRange } from '#lib/time-range.ts';

/** A page cannot look at less. */
const shortestSeconds = 30;

/** A dragged span as the page's time range, in whole seconds and never shorter than a page can look at. */
export function brushedRange(fromSeconds: number, toSeconds: number): TimeRange {
  const missing = Math.max(0, shortestSeconds - (toSeconds - fromSeconds));
  const fromMs = Math.round(fromSeconds - missing / 2) * 1000;
  return toAbsoluteRange({
    fromMs,
    toMs: Math.max(Math.round(toSeconds + missing / 2) * 1000, fromMs + shortestSeconds * 1000),
  });
}
