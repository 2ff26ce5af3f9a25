import type { comparisonStatuses } from '#lib/contract/canary-comparison.ts';
import { decisionLog10 } from '../verdict/thresholds.ts';

type Status = (typeof comparisonStatuses)[number];

type Difference = {
  /** Version less baseline, as shares, with its 95 % interval. */
  difference: number;
  low: number;
  high: number;
  evidenceLog10: number;
};

/** Of a baseline's share: what may be exceeded, and from where a proven difference is worth an alarm. */
type Margins = { tolerated: number; notable: number };

/**
 * `worse` and `better` need evidence of 100 to 1, which may be watched continuously, and a difference that is worth an alarm;
 * `equal` is non-inferiority: the whole interval lies below what is tolerated, wherever it ends below. Else `undecided`.
 * Source: peers.md section 3.3 (non-inferiority margin); FDA, Non-Inferiority Clinical Trials, 2016.
 */
export function judgeDifference(
  { difference, high, evidenceLog10 }: Difference,
  { tolerated, notable }: Margins,
): Status {
  if (evidenceLog10 >= decisionLog10 && difference > notable) return 'worse';
  if (evidenceLog10 >= decisionLog10 && difference < -notable) return 'better';
  return high <= tolerated ? 'equal' : 'undecided';
}

/**
 * Tolerated are `points` (0.005 is half a point) or a fifth of the baseline's share, whichever is more: what nobody is woken
 * up for. Proven differences are notable from there on, but of a rare failure already from half as many again on, if that is
 * a fifth of `points`: one failure in a thousand instead of one in ten thousand is no success.
 */
export function marginsOf(baselineShare: number, points: number): Margins {
  const tolerated = Math.max(points, baselineShare / 5);
  return { tolerated, notable: Math.min(tolerated, Math.max(points / 5, baselineShare / 2)) };
}
