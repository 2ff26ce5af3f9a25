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
