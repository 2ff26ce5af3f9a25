import type { SnapshotGrid } from '#lib/snapshot/manifest.ts';

/** Below this a store that is scraped every 15 or 30 s has too few samples in a step to tell how much a series grew. */
const shortestStepSeconds = 60;
const mostSteps = 120;
/** Charts and comparisons look back a little from the start of their range. */
const leadSeconds = 600;

/** The moments at which counters are kept for a range that ends at a time; both in seconds. */
export function gridOf(rangeSeconds: number, endSeconds: number): SnapshotGrid {
  const whole = rangeSeconds + leadSeconds;
  const minutes = Math.ceil(whole / mostSteps / shortestStepSeconds);
  const stepSeconds = minutes * shortestStepSeconds;
  return { startSeconds: endSeconds - Math.ceil(whole / stepSeconds) * stepSeconds, endSeconds, stepSeconds };
}
