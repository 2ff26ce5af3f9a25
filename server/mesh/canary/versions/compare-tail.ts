import type { ComparedVersion } from '#lib/contract/canary-comparison.ts';
import type { LatencyBuckets } from '../observed.ts';
import { newcombe } from '../statistics/newcombe.ts';
import { splitEvidence } from '../statistics/split-evidence.ts';
import { type ComparisonWords, differenceText } from './difference-text.ts';
import { judgeDifference, marginsOf } from './judge-difference.ts';
import { slowerThan } from './slower-than.ts';

/** Of the 5 % and less of the baseline that are slow. */
const toleratedPoints = 0.01;

const words: ComparisonWords = {
  worse: 'slower',
  better: 'faster',
  equal: 'slow requests equal',
  notWorse: 'no more slow requests',
  undecided: 'slow requests undecided',
};

/**
 * The share of slow requests less the baseline's: the primary test of response times, since a tail that grew does not move
 * the body. Buckets are known for the whole time only, so the evidence holds all slow requests against all requests.
 * Undefined where one of both has no requests. Source: peers.md section 3.4.
 */
export function compareTail(
  ours: LatencyBuckets,
  theirs: LatencyBuckets,
  slowAboveMs: number,
): ComparedVersion['tail'] {
  const slow = slowerThan(ours, slowAboveMs);
  const baseline = slowerThan(theirs, slowAboveMs);
  const interval = newcombe(slow, baseline);
  if (interval === undefined) return undefined;
  const evidence = splitEvidence([slow.count, baseline.count], [slow.total, baseline.total]);
  const evidenceLog10 = evidence / Math.LN10;
  const margins = marginsOf(baseline.count / baseline.total, toleratedPoints);
  const status = judgeDifference({ ...interval, evidenceLog10 }, margins);
  const text = differenceText({ ...interval, status }, words, margins.tolerated);
  return { ...interval, status, text, evidenceLog10 };
}
