import { formatShare } from '#lib/format-share.ts';
import { pinnedInexactness } from '../pins/pinned-inexactness.ts';
import type { PinnedSource } from '../pins/pinned-source.ts';
import type { Split } from '../split.ts';
import type { PinnedTraffic } from './judged-source.ts';

/** What is left for the split, slice by slice; whole numbers only where nothing was taken out. */
export type Unpinned = {
  bySlice: readonly (readonly number[])[];
  pinned?: PinnedTraffic;
  ownShares?: readonly number[];
  /** By how much the counts vary more for what was taken out, at least 1. */
  inexactness?: number;
  /** By version, in shares, where it is not known how much earlier rules sent to it. */
  bounds?: readonly { low: number; high: number }[];
};

/**
 * Telemetry does not say by which rule a request came, so requests that earlier rules sent to a version make it look
 * larger. Where access logs name the routes their share is taken out; else the split lies between two bounds: none of
 * the requests of such a version came by those rules, or all.
 */
export function takeOutPinned(
  bySlice: readonly (readonly number[])[],
  { split, source }: { split: Split; source: PinnedSource | undefined },
): Unpinned {
  const sums = split.versions.map((_, version) =>
    bySlice.reduce((sum, counts) => sum + (counts[version] ?? 0), 0),
  );
  const total = sums.reduce((sum, count) => sum + count, 0);
  const reached = new Set(split.pins.flatMap(({ versions }) => versions));
  if (total === 0) return { bySlice };
  if (source?.isMeasured === true) {
    const left = (count: number, version: number) => count * (1 - (source.pinnedShares[version] ?? 0));
    const taken = sums.reduce((sum, count, version) => sum + count - left(count, version), 0);
    return {
      bySlice: bySlice.map((counts) => counts.map(left)),
      ownShares: sums.map((_, version) => left(1, version)),
      inexactness: pinnedInexactness(sums, source),
      pinned: {
        isMeasured: true,
        share: taken / total,
        text: pinnedText(taken / total, source.why),
      },
    };
  }
  if (![...reached].some((version) => (sums[version] ?? 0) > 0)) return { bySlice };
  const why = source?.why ?? 'no access log was read';
  return {
    bySlice,
    pinned: { isMeasured: false, text: `Requests by other rules could not be told apart: ${why}` },
    bounds: boundsOf(sums, reached),
  };
}

/** The share of a version is least when all that may be pinned to it is, and greatest when that holds for the others. */
function boundsOf(sums: readonly number[], reached: ReadonlySet<number>) {
  const total = sums.reduce((sum, count) => sum + count, 0);
  const fixed = sums.reduce((sum, count, version) => sum + (reached.has(version) ? 0 : count), 0);
  return sums.map((count, version) => {
    if (reached.has(version)) return { low: 0, high: ratio(count, fixed + count) };
    return { low: ratio(count, total), high: ratio(count, fixed) };
  });
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function pinnedText(share: number, why: string): string {
  if (share === 0) return `None of its requests came by other rules: ${why}`;
  return `${formatShare(share)} of its requests came by other rules and are taken out: ${why}`;
}
