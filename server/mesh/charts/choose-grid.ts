import type { TimeRange } from '#server/metrics/query.ts';
import { rateWindowSeconds } from '../graph/series/plan-series.ts';

/** Points of a chart: every `stepSeconds` up to `endSeconds`, each the average of the `windowSeconds` before it. */
export type Grid = TimeRange & { windowSeconds: number; count: number };

const mostPoints = 300;
/** Below five minutes a point every 5 s; else none more often than stores usually scrape. */
const shortRangeSeconds = 300;
const shortSteps = [5];
const steps = [15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600];

/**
 * The points of a range that ends at `endSeconds`: at most 300, at whole multiples of their step, so that they stay
 * where they are while time goes on. A window is at least two scrapes long, a multiple of the step, and divides the
 * range where it can: then points a window apart tell of all of it and of nothing twice.
 */
export function chooseGrid(endSeconds: number, rangeSeconds: number): Grid {
  const candidates = rangeSeconds <= shortRangeSeconds ? [...shortSteps, ...steps] : steps;
  const stepSeconds =
    candidates.find((step) => rangeSeconds / step + 1 <= mostPoints) ??
    Math.ceil(rangeSeconds / (mostPoints - 1));
  const last = Math.floor(endSeconds / stepSeconds) * stepSeconds;
  const intervals = Math.max(1, Math.floor(rangeSeconds / stepSeconds));
  const fewest = Math.ceil(rateWindowSeconds(stepSeconds, rangeSeconds) / stepSeconds);
  return {
    startSeconds: last - intervals * stepSeconds,
    endSeconds: last,
    stepSeconds,
    windowSeconds: stepsInWindow(intervals, fewest) * stepSeconds,
    count: intervals + 1,
  };
}

function stepsInWindow(intervals: number, fewest: number): number {
  for (let steps = fewest; steps < 2 * fewest; steps += 1) if (intervals % steps === 0) return steps;
  return fewest;
}

/** The points whose windows lie side by side, from the last one back, none reaching out of the range. */
export function tilesOf({ stepSeconds, windowSeconds, count }: Grid): number[] {
  const apart = windowSeconds / stepSeconds;
  const tiles: number[] = [];
  for (let index = count - 1; index >= apart; index -= apart) tiles.push(index);
  return tiles.length === 0 ? [count - 1] : tiles;
}
