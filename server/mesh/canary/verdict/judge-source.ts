import type { JudgedStatus } from '#lib/contract/canaries.ts';
import type { ObservedSource } from '../observed.ts';
import type { PinnedSource } from '../pins/pinned-source.ts';
import type { Split } from '../split.ts';
import { isAstray } from '../statistics/astray.ts';
import { deltaOf } from '../statistics/delta-of.ts';
import { dispersion } from '../statistics/dispersion.ts';
import { sum } from '../statistics/sum.ts';
import { wilson } from '../statistics/wilson.ts';
import { countedInWindow } from './counted-in-window.ts';
import { evidenceOverTime } from './evidence-over-time.ts';
import { howLongStill } from './how-long-still.ts';
import type { JudgedSource, JudgedVersion } from './judged-source.ts';
import { takeOutPinned } from './take-out-pinned.ts';
import { decisionLog10 } from './thresholds.ts';
import { verdictText } from './verdict-text.ts';

export type SourceInput = {
  split: Split;
  observed: ObservedSource;
  kind: JudgedSource['kind'];
  pinned: PinnedSource | undefined;
  /** Indexes of the observation's slices that count, and when each of all ends, epoch seconds. */
  slices: readonly number[];
  endSeconds: readonly number[];
};

/**
 * Judges one caller. `mismatch` needs evidence of 100 to 1 and a version outside its delta, `minor` the evidence alone,
 * `consistent` every Wilson interval inside its delta; `mixed` where earlier rules' requests could not be told apart and
 * the split may be right or wrong. Source: peers.md section 3.2, decisions.md.
 */
export function judgeSource({
  split,
  observed,
  kind,
  pinned,
  slices,
  endSeconds,
}: SourceInput): JudgedSource {
  const raw = slices.map((slice) => observed.requests[slice] ?? []);
  const unpinned = takeOutPinned(raw, { split, source: pinned });
  const spread = dispersion(unpinned.bySlice);
  const scale = (spread?.isOver === true ? spread.phi : 1) * (unpinned.inexactness ?? 1);
  const shares = split.versions.map(({ share }) => share);
  const evidence = evidenceOverTime(unpinned.bySlice, { shares, dispersion: scale });
  const sums = shares.map((_, version) => sum(unpinned.bySlice.map((counts) => counts[version] ?? 0)));
  const versions = judgeVersions(sums, { shares, scale });
  const evidenceLog10 = evidence.bySlice.at(-1);
  const decidedAt = evidence.decidedAtIndex === undefined ? undefined : slices[evidence.decidedAtIndex];
  const decidedAtSeconds = decidedAt === undefined ? undefined : endSeconds[decidedAt];
  const status = statusOf({ versions, shares, evidenceLog10, bounds: unpinned.bounds });
  const effective = sum(sums) / scale;
  const seconds = secondsOf(slices, endSeconds);
  const needed = status === 'insufficient' ? howLongStill({ shares, effective, scale, seconds }) : undefined;
  const judged = {
    namespace: observed.namespace,
    workload: observed.workload,
    kind,
    observed,
    status,
    ...countedInWindow(observed, { slices, versionCount: shares.length }),
    versions,
    requestCount: sum(versions.map(({ count }) => count)),
    evidenceLog10BySlice: evidence.bySlice,
    ...(evidenceLog10 === undefined || !Number.isFinite(evidenceLog10) ? {} : { evidenceLog10 }),
    ...(decidedAtSeconds === undefined ? {} : { decidedAtSeconds }),
    ...(spread === undefined ? {} : { dispersion: spread }),
    ...(needed === undefined ? {} : { needed }),
    ...(unpinned.pinned === undefined ? {} : { pinned: unpinned.pinned }),
    ...(unpinned.ownShares === undefined ? {} : { ownShares: unpinned.ownShares }),
    ...(unpinned.bounds === undefined ? {} : { bounds: unpinned.bounds }),
  };
  return { ...judged, text: verdictText(judged, split) };
}

function judgeVersions(
  sums: readonly number[],
  { shares, scale }: { shares: readonly number[]; scale: number },
): JudgedVersion[] {
  const total = sum(sums);
  return sums.map((own, version) => {
    const configured = shares[version] ?? 0;
    const delta = deltaOf(configured);
    const count = Math.round(own);
    const estimate = wilson(own / scale, total / scale);
    if (estimate === undefined) return { count, delta, isOutside: false };
    const difference = estimate.share - configured;
    const isOutside = configured === 0 ? isAstray(own, total) : Math.abs(difference) > delta;
    return { count, estimate, difference, delta, isOutside };
  });
}

type StatusInput = {
  versions: readonly JudgedVersion[];
  shares: readonly number[];
  evidenceLog10: number | undefined;
  bounds: readonly { low: number; high: number }[] | undefined;
};

function statusOf({ versions, shares, evidenceLog10, bounds }: StatusInput): JudgedStatus {
  if (versions.every(({ count }) => count === 0)) return 'insufficient';
  const isSignificant = (evidenceLog10 ?? 0) >= decisionLog10;
  // What other rules may have sent to a version of weight 0 is no fault of the split.
  const isUnwanted = versions.some(
    ({ isOutside }, version) => isOutside && shares[version] === 0 && bounds?.[version]?.low !== 0,
  );
  if (isUnwanted) return 'mismatch';
  if (bounds !== undefined) {
    const isImpossible = bounds.some(({ low, high }, version) => {
      const configured = shares[version] ?? 0;
      const { delta = 0 } = versions[version] ?? {};
      return configured > 0 && (configured < low - delta || configured > high + delta);
    });
    if (isImpossible && isSignificant) return 'mismatch';
    return versions.every(isNarrow) ? 'mixed' : 'insufficient';
  }
  if (isSignificant) return versions.some(({ isOutside }) => isOutside) ? 'mismatch' : 'minor';
  const isWithin = versions.every(({ estimate, delta }, version) => {
    const configured = shares[version] ?? 0;
    if (configured === 0 || estimate === undefined) return configured === 0;
    return estimate.low >= configured - delta && estimate.high <= configured + delta;
  });
  return isWithin ? 'consistent' : 'insufficient';
}

/** There are enough requests for a verdict. */
function isNarrow({ estimate, delta }: JudgedVersion): boolean {
  return estimate !== undefined && (delta === 0 || estimate.high - estimate.low <= 2 * delta);
}

/** Slices follow one another, all equally long. */
function secondsOf(slices: readonly number[], endSeconds: readonly number[]): number {
  const step = (endSeconds[1] ?? 0) - (endSeconds[0] ?? 0);
  return slices.length * step;
}
