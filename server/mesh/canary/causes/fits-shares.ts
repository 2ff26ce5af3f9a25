import type { JudgedSource } from '../verdict/judged-source.ts';

/** One of 20 intervals misses what it is of; a point more leaves room for that. */
const toleratedShare = 0.01;

/** Whether what a source did is what these shares, by version, would have made. */
export function fitsShares({ versions }: Pick<JudgedSource, 'versions'>, shares: readonly number[]): boolean {
  return versions.every(({ estimate }, version) => {
    const share = shares[version] ?? 0;
    return (
      estimate !== undefined &&
      share >= estimate.low - toleratedShare &&
      share <= estimate.high + toleratedShare
    );
  });
}
