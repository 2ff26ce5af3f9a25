import type { EnvoySplit } from '../envoy-split.ts';
import type { Split } from '../split.ts';
import type { JudgedSplit } from '../verdict/judge-split.ts';
import type { CanaryWindow } from '../window/window-of.ts';

/** Everything that causes are judged from: what is configured, what proxies hold, and what was observed. */
export type CauseInput = {
  split: Split;
  judged: JudgedSplit;
  /** Of all sources that have proxies; those that could not be read are among them. */
  proxies: readonly EnvoySplit[];
  window: CanaryWindow;
  /** Where the page's range begins, epoch seconds. */
  rangeFromSeconds: number;
  /** Where the first slice begins that lies whole in the window, epoch seconds; undefined where none does. */
  countedFromSeconds: number | undefined;
  /** What had to be passed over among the counters, in sentences. */
  notes: readonly string[];
  isGateway(key: string): boolean;
  nowMs: number;
};
