import type { Observation } from './observed.ts';
import type { Split } from './split.ts';
import type { JudgedSplit } from './verdict/judge-split.ts';
import type { CanaryWindow } from './window/window-of.ts';

/** A split with what was counted, over which time, and what follows from it. */
export type JudgedAnswer = {
  split: Split;
  observation: Observation;
  window: CanaryWindow;
  judged: JudgedSplit;
};

/** A split whose requests could not be counted, so that nothing is known of them: not even that there were none. */
export type UnobservedAnswer = {
  split: Split;
  window: CanaryWindow;
  /** The metric store's. */
  failure: unknown;
};

export type SplitAnswer = JudgedAnswer | UnobservedAnswer;

export function isUnobserved(answer: SplitAnswer): answer is UnobservedAnswer {
  return 'failure' in answer;
}
