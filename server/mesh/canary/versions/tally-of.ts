import type { FailureCounts, VersionCounts } from '../observed.ts';
import { usableCount } from '../statistics/usable-count.ts';
import type { ComparisonInput } from './comparison-input.ts';

export type FailureKind = keyof FailureCounts;
/** Of all sources and slices. */
export type VersionTally = { requests: number } & Record<FailureKind, number>;

/** What is known of one source in one slice of time. */
export type Stratum = { requests: VersionCounts; failures: FailureCounts };

/** By version. */
export function tallyOf(input: ComparisonInput): VersionTally[] {
  const tally = input.split.versions.map(() => ({ requests: 0, application: 0, proxyMade: 0 }));
  for (const { requests, failures } of strataOf(input))
    for (const [version, sums] of tally.entries()) {
      sums.requests += usableCount(requests[version]);
      sums.application += usableCount(failures.application[version]);
      sums.proxyMade += usableCount(failures.proxyMade[version]);
    }
  return tally;
}

/** In the order of time, since what comes later is held against what came before. */
export function strataOf({ sources, slices }: Pick<ComparisonInput, 'sources' | 'slices'>): Stratum[] {
  return slices.flatMap((slice) =>
    sources.flatMap((source) => {
      const requests = source.requests[slice];
      const failures = source.failures[slice];
      return requests === undefined || failures === undefined ? [] : [{ requests, failures }];
    }),
  );
}
