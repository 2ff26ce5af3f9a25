import type { PinnedSource } from './pinned-source.ts';

/**
 * By how much the counts that are left for a split vary more than counts would, because the share that was taken out is
 * only known from some lines; at least 1. Evidence has to be scaled down by it as by over-dispersion.
 *
 * Of n requests of a version the own share q was found in m lines: n·q varies by n²·q(1−q)/m, less what the lines are of
 * the requests (finite population), beside the N·p(1−p) of a split of N. The worst version counts. A q of 0 or 1 is as
 * uncertain as half a line. Source: variance of a ratio out of a simple random sample without replacement (Cochran,
 * Sampling Techniques, 2.9 and 3.2).
 */
export function pinnedInexactness(counts: readonly number[], source: PinnedSource): number {
  const { pinnedShares, linesByVersion = [] } = source;
  const own = counts.map((count, version) => count * (1 - (pinnedShares[version] ?? 0)));
  const total = own.reduce((sum, count) => sum + count, 0);
  const factors = counts.map((count, version) => {
    const lines = linesByVersion[version] ?? 0;
    const share = total === 0 ? 0 : (own[version] ?? 0) / total;
    const expected = total * share * (1 - share);
    if (lines === 0 || expected === 0) return 1;
    const ownShare = (lines * (1 - (pinnedShares[version] ?? 0)) + 0.5) / (lines + 1);
    const unread = Math.max(0, 1 - lines / count);
    return 1 + (count ** 2 * ownShare * (1 - ownShare) * unread) / lines / expected;
  });
  return Math.max(1, ...factors);
}
