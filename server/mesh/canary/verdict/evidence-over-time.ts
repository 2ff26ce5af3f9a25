import { splitEvidence } from '../statistics/split-evidence.ts';
import { decisionLog10 } from './thresholds.ts';

/** Evidence against the configured shares, one look for each slice; decimal logarithms. */
export type EvidenceOverTime = { bySlice: readonly number[]; decidedAtIndex: number | undefined };

/**
 * The greatest Bayes factor up to each look: 1 over it is a p-value that holds at every look, however often one looks
 * (Lindon & Malek, NeurIPS 2022). `dispersion` above 1 counts so many requests as one, since they are not independent.
 */
export function evidenceOverTime(
  counts: readonly (readonly number[])[],
  { shares, dispersion }: { shares: readonly number[]; dispersion: number },
): EvidenceOverTime {
  const sums = shares.map(() => 0);
  let greatest = Number.NEGATIVE_INFINITY;
  let decidedAtIndex: number | undefined;
  const bySlice = counts.map((slice, index) => {
    slice.forEach((count, version) => {
      sums[version] = (sums[version] ?? 0) + count / dispersion;
    });
    greatest = Math.max(greatest, splitEvidence(sums, shares) / Math.LN10);
    if (greatest >= decisionLog10) decidedAtIndex ??= index;
    return greatest;
  });
  return { bySlice, decidedAtIndex };
}
