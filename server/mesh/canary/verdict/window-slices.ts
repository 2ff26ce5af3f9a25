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
