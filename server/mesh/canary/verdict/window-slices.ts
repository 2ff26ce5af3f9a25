import type { Observation } from '../observed.ts';

/** Indexes of the slices that lie within the time that counts; epoch seconds. */
export function windowSlices(
  { slices }: Pick<Observation, 'slices'>,
  { fromSeconds, toSeconds }: { fromSeconds: number; toSeconds: number },
): readonly number[] {
  return slices.flatMap(({ startSeconds, endSeconds }, index) =>
    startSeconds >= fromSeconds && endSeconds <= toSeconds ? [index] : [],
  );
}

/** Sums by version over some slices. */
export function sumByVersion(
  counts: readonly (readonly number[])[],
  slices: readonly number[],
  versionCount: number,
): number[] {
  const sums = new Array<number>(versionCount).fill(0);
  for (const slice of slices)
    for (let version = 0; version < versionCount; version += 1)
      sums[version] = (sums[version] ?? 0) + (counts[slice]?.[version] ?? 0);
  return sums;
}
