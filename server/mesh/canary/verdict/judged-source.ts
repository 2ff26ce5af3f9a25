import type { canarySourceKinds, JudgedStatus, ShareEstimate } from '#lib/contract/canaries.ts';
import type { ObservedSource } from '../observed.ts';
import type { CountedInWindow } from './counted-in-window.ts';

/** How a source did with one version. Shares and differences are 0 to 1. */
export type JudgedVersion = {
  /** Of requests without those that earlier rules sent here; whole. */
  count: number;
  estimate?: ShareEstimate;
  /** Observed less configured. */
  difference?: number;
  delta: number;
  isOutside: boolean;
};

/** Requests that other rules sent to the versions, told apart by access logs or not. */
export type PinnedTraffic = {
  isMeasured: boolean;
  /** Of all requests of the source; absent where not measured. */
  share?: number;
  text: string;
};

/** One caller, judged against the configured split over the window. */
export type JudgedSource = CountedInWindow & {
  namespace: string;
  workload: string;
  kind: (typeof canarySourceKinds)[number];
  observed: ObservedSource;
  status: JudgedStatus;
  /** In a few words: `25 points over`, `decided`, `380 more, about 4 h`. */
  text: string;
  versions: readonly JudgedVersion[];
  /** Sum of the versions' counts. */
  requestCount: number;
  /** The greatest evidence up to the end of each slice of the window, as decimal logarithm. */
  evidenceLog10BySlice: readonly number[];
  evidenceLog10?: number;
  /** Epoch seconds: the end of the slice in which the evidence first sufficed. */
  decidedAtSeconds?: number;
  dispersion?: { phi: number; limit: number; isOver: boolean };
  /** Until a decision, at the present rate. */
  needed?: { requestCount: number; seconds?: number };
  pinned?: PinnedTraffic;
  /** By version, the share of its requests that is the split's own, where that was measured. */
  ownShares?: readonly number[];
  /** By version: between which the split can lie where pins could not be measured. */
  bounds?: readonly { low: number; high: number }[];
};
