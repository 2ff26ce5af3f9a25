import { type Change, changesOf } from './changes-of.ts';
import { type NamedWeights, ratioText } from './named-weights.ts';
import type { RememberedWeights } from './weight-memory.ts';
import { convergenceSeconds, startAtChange, startWithoutChange } from './window-start.ts';
import type { Written } from './written-at.ts';

/** What of the page's range counts, and why. Epoch seconds. */
export type CanaryWindow = {
  fromSeconds: number;
  toSeconds: number;
  /** A sentence. */
  reason: string;
  /** Changes of weights within the range. */
  changes: { atMs: number; text: string }[];
  /** Present where other weights than the present ones were in force at the end of a window in the past. */
  weightsThen?: NamedWeights;
};

export type WindowInput = {
  /** Oldest first. */
  remembered: readonly RememberedWeights[];
  range: { fromSeconds: number; toSeconds: number };
  /** When the objects behind the split were last written; absent where not known. */
  written?: Written;
  /** Objects of a recorded mesh are younger than its traffic, so their times say nothing of it. */
  isRecorded: boolean;
};

/**
 * Begins where the weights in force at its end last differed, as far as anyone saw it, else where the object was last
 * written, else with the page's range.
 */
export function windowOf(input: WindowInput): CanaryWindow {
  const { remembered, range } = input;
  const { fromSeconds, toSeconds } = range;
  const changes = changesOf(remembered);
  const last = changes.findLast(({ atSeconds }) => atSeconds <= toSeconds);
  const isBefore = last !== undefined && last.atSeconds + convergenceSeconds <= fromSeconds;
  const start =
    last === undefined || isBefore ? startWithoutChange(input, isBefore) : startAtChange(last, range);
  const [next] = changes.filter(({ atSeconds }) => atSeconds > toSeconds);
  return {
    ...start,
    toSeconds,
    changes: changes
      .filter(({ atSeconds }) => atSeconds >= fromSeconds && atSeconds <= toSeconds)
      .map(({ atSeconds, text }) => ({ atMs: atSeconds * 1000, text })),
    ...(next === undefined ? {} : then(next, start.reason)),
  };
}

/** The end of the window lies before a change. */
function then({ before }: Change, reason: string): Pick<CanaryWindow, 'reason' | 'weightsThen'> {
  if (before === undefined) return { reason: `${reason} The rule was not there yet.` };
  return { reason: `${reason} The weights then were ${ratioText(before)}.`, weightsThen: before };
}
