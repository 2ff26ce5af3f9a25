import type { TimeRange } from '#server/metrics/query.ts';
import type { Observation } from '../observed.ts';

/** Epoch seconds. */
export type ObservedTime = { fromSeconds: number; toSeconds: number; stepSeconds?: number };

export type SliceGrid = { slices: Observation['slices']; stepSeconds: number };

/** A slice is one look at a canary (decisions.md), and no shorter than what most stores scrape. */
const shortestStepSeconds = 30;
const mostSlices = 240;

/**
 * Slices that cover a time, at most 240, each of 30 s or a multiple of it unless `stepSeconds` asks for other ones. The
 * last ends at a whole 30 s of the clock, so that requests of one moment ask the same and share answers; the first may
 * begin a little before `fromSeconds`.
 */
export function sliceGrid({ fromSeconds, toSeconds, stepSeconds: asked }: ObservedTime): SliceGrid {
  const rangeSeconds = Math.max(1, toSeconds - fromSeconds);
  const unitSeconds = asked ?? shortestStepSeconds;
  const stepSeconds = unitSeconds * Math.max(1, Math.ceil(rangeSeconds / mostSlices / unitSeconds));
  const endSeconds = lastSliceEnd(toSeconds, unitSeconds);
  const count = Math.ceil(rangeSeconds / stepSeconds);
  const slices = Array.from({ length: count }, (_, index) => {
    const startSeconds = endSeconds - (count - index) * stepSeconds;
    return { startSeconds, endSeconds: startSeconds + stepSeconds };
  });
  return { slices, stepSeconds };
}

/**
 * When the last whole slice before a time ends, in epoch seconds. A window that ends there has whole slices only, where
 * its length is a multiple of a slice's; one that does not loses its first.
 */
export function lastSliceEnd(toSeconds: number, unitSeconds = shortestStepSeconds): number {
  const alignedTo = Math.min(unitSeconds, shortestStepSeconds);
  return Math.floor(toSeconds / alignedTo) * alignedTo;
}

/** What to ask a store for: the end of each slice, the start of the first, and one step before as the counters' beginning. */
export function askedRange({ slices, stepSeconds }: SliceGrid): TimeRange {
  const startSeconds = (slices[0]?.startSeconds ?? 0) - stepSeconds;
  return { startSeconds, endSeconds: startSeconds + (slices.length + 1) * stepSeconds, stepSeconds };
}
