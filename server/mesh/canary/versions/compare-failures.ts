import type { ComparedVersion } from '#lib/contract/canary-comparison.ts';
import { errorsEvidence } from '../statistics/errors-evidence.ts';
import { newcombe } from '../statistics/newcombe.ts';
import type { ComparisonInput } from './comparison-input.ts';
import { type ComparisonWords, differenceText } from './difference-text.ts';
import { judgeDifference, marginsOf } from './judge-difference.ts';
import { type FailureKind, strataOf, type VersionTally } from './tally-of.ts';

type Pair = { kind: FailureKind; tally: readonly VersionTally[]; version: number; baseline: number };

/** Half a point: five more failures in a thousand requests. */
const toleratedPoints = 0.005;

const words: Record<FailureKind, ComparisonWords> = {
  application: {
    worse: 'more errors',
    better: 'fewer errors',
    equal: 'errors equal',
    notWorse: 'no more errors',
    undecided: 'errors undecided',
  },
  proxyMade: {
    worse: 'more failures by proxies',
    better: 'fewer failures by proxies',
    equal: 'failures by proxies equal',
    notWorse: 'no more failures by proxies',
    undecided: 'failures by proxies undecided',
  },
};

/**
 * The share of a version's requests that failed less that of the baseline's; undefined where one of both has no requests.
 * The evidence holds failures against the requests of the same caller in the same slice of time, so that callers who split
 * otherwise, and times in which everything fails, are no difference of the versions.
 * Source: peers.md section 3.3; decisions.md, Canary.
 */
export function compareFailures(
  input: Pick<ComparisonInput, 'sources' | 'slices'>,
  { kind, tally, version, baseline }: Pair,
): ComparedVersion['errors'] {
  const [ours, theirs] = [version, baseline].map((index) => ({
    count: tally[index]?.[kind] ?? 0,
    total: tally[index]?.requests ?? 0,
  }));
  const interval = ours === undefined || theirs === undefined ? undefined : newcombe(ours, theirs);
  if (interval === undefined || theirs === undefined) return undefined;
  const pair = (counts: readonly number[]) => [counts[version] ?? 0, counts[baseline] ?? 0];
  const strata = strataOf(input).map(({ requests, failures }) => ({
    requests: pair(requests),
    failures: pair(failures[kind]),
  }));
  const evidenceLog10 = errorsEvidence(strata) / Math.LN10;
  const margins = marginsOf(theirs.count / theirs.total, toleratedPoints);
  const status = judgeDifference({ ...interval, evidenceLog10 }, margins);
  const text = differenceText({ ...interval, status }, words[kind], margins.tolerated);
  return { ...interval, status, text, evidenceLog10 };
}
