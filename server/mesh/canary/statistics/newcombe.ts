import { wilson } from './wilson.ts';

export type CountOfTotal = { count: number; total: number };
/** A difference of two shares with its 95 % interval, -1 to 1. */
export type ShareDifference = { difference: number; low: number; high: number };

/**
 * The share of `changed` less that of `baseline` with its 95 % interval, out of both Wilson intervals; undefined where one
 * of them has no total. Source: Newcombe, Statistics in Medicine 1998, method 10; peers.md section 3.3.
 */
export function newcombe(changed: CountOfTotal, baseline: CountOfTotal): ShareDifference | undefined {
  const ours = wilson(changed.count, changed.total);
  const theirs = wilson(baseline.count, baseline.total);
  if (ours === undefined || theirs === undefined) return undefined;
  const difference = ours.share - theirs.share;
  return {
    difference,
    low: Math.max(difference - Math.hypot(ours.share - ours.low, theirs.high - theirs.share), -1),
    high: Math.min(difference + Math.hypot(ours.high - ours.share, theirs.share - theirs.low), 1),
  };
}
