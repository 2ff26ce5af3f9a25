import { changeText, type NamedWeights } from './named-weights.ts';
import type { RememberedWeights } from './weight-memory.ts';

/** One change of weights. Epoch seconds. */
export type Change = {
  /** When the object was written, else when the new weights were first seen. */
  atSeconds: number;
  /** It may have happened so long before; 0 where the time is known. */
  uncertainSeconds: number;
  /** Absent where there was no such rule before. */
  before?: NamedWeights;
  text: string;
};

/** The changes among remembered weights, oldest first. */
export function changesOf(remembered: readonly RememberedWeights[]): Change[] {
  return remembered.flatMap((after, index) => {
    const before = remembered[index - 1]?.weights;
    if (before === undefined && after.isNew !== true) return [];
    const { seenSeconds, othersSeenSeconds = seenSeconds, writtenSeconds } = after;
    return [
      {
        atSeconds: writtenSeconds ?? seenSeconds,
        uncertainSeconds: writtenSeconds === undefined ? seenSeconds - othersSeenSeconds : 0,
        ...(before === undefined ? {} : { before }),
        text: changeText(before, after.weights),
      },
    ];
  });
}
