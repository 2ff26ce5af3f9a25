import type { ComparedVersion, ComparedVersions } from '#lib/contract/canary-comparison.ts';
import { isOfConnections } from '../of-connections.ts';
import { compareBody } from './compare-body.ts';
import { compareFailures } from './compare-failures.ts';
import { compareTail } from './compare-tail.ts';
import type { ComparisonInput } from './comparison-input.ts';
import { comparisonNotes } from './comparison-notes.ts';
import { describeVersion } from './describe-version.ts';
import { notComparable } from './not-comparable.ts';
import { slowAbove } from './slow-above.ts';
import { type FailureKind, tallyOf, type VersionTally } from './tally-of.ts';

/**
 * Whether the versions of a split are as good as its baseline, the one of the greatest weight (the first of equals):
 * failures of the application and those that proxies made, the share of slow requests, and the whole body of response
 * times. Shares 0 to 1, times in milliseconds; what cannot be compared says why. Source: peers.md sections 3.3 and 3.4.
 */
export function compareVersions(input: ComparisonInput): ComparedVersions {
  const { latency, split } = input;
  const { versions } = split;
  const heaviest = Math.max(...versions.map(({ weight }) => weight));
  const baseline = Math.max(
    0,
    versions.findIndex(({ weight }) => weight === heaviest),
  );
  const tally = tallyOf(input);
  const slowAboveMs = slowAbove(latency, baseline);
  const compared = versions.map(({ name }, version) => {
    const described = { name, ...describeVersion({ tally, latency, version, slowAboveMs }) };
    return version === baseline
      ? { ...described, isBaseline: true, ...(versions.length === 1 ? { because: onlyOne } : {}) }
      : { ...described, isBaseline: false, ...compare(input, { tally, version, baseline, slowAboveMs }) };
  });
  const testCount = compared.reduce((count, version) => count + testsOf(version), 0);
  return {
    versions: compared,
    ...(slowAboveMs === undefined ? {} : { slowAboveMs }),
    testCount,
    notes: comparisonNotes({ testCount, slowAboveMs, baseline: versions[baseline]?.name }),
  };
}

const onlyOne = 'There is no other version to compare with.';

type Pair = {
  tally: readonly VersionTally[];
  version: number;
  baseline: number;
  slowAboveMs: number | undefined;
};

function compare(
  input: ComparisonInput,
  { tally, version, baseline, slowAboveMs }: Pair,
): Partial<ComparedVersion> {
  const failures = (kind: FailureKind) => compareFailures(input, { kind, tally, version, baseline });
  // Of a connection only a proxy says how it ended.
  const errors = isOfConnections(input.split) ? undefined : failures('application');
  const proxyErrors = failures('proxyMade');
  const ours = input.latency[version];
  const theirs = input.latency[baseline];
  const hasTimes = ours !== undefined && theirs !== undefined;
  const tail = hasTimes && slowAboveMs !== undefined ? compareTail(ours, theirs, slowAboveMs) : undefined;
  const body = hasTimes ? compareBody(ours, theirs) : undefined;
  const because = notComparable({ tally, version, baseline, hasTimes, split: input.split });
  return {
    ...(errors === undefined ? {} : { errors }),
    ...(proxyErrors === undefined ? {} : { proxyErrors }),
    ...(tail === undefined ? {} : { tail }),
    ...(body === undefined ? {} : { body }),
    ...(because === undefined ? {} : { because }),
  };
}

function testsOf({ errors, proxyErrors, tail, body }: Partial<ComparedVersion>): number {
  return [errors, proxyErrors, tail, body].filter((test) => test !== undefined).length;
}
