import type { LatencyBuckets, ObservedSource } from '../observed.ts';
import type { Split, SplitVersion } from '../split.ts';

export type ComparisonInput = {
  split: Pick<Split, 'protocol'> & { versions: readonly Pick<SplitVersion, 'name' | 'weight'>[] };
  sources: readonly Pick<ObservedSource, 'requests' | 'failures'>[];
  /** Indexes of the observation's slices that count, oldest first. */
  slices: readonly number[];
  /** By version; absent where there is no histogram. */
  latency: readonly (LatencyBuckets | undefined)[];
};
