import { wilson } from '../statistics/wilson.ts';
import type { ComparisonInput } from './comparison-input.ts';
import { quantilesOf } from './quantiles-of.ts';
import { slowerThan } from './slower-than.ts';
import type { FailureKind, VersionTally } from './tally-of.ts';

type Described = {
  tally: readonly VersionTally[];
  latency: ComparisonInput['latency'];
  version: number;
  slowAboveMs: number | undefined;
};

/** Counts and intervals of one version by itself; shares 0 to 1, times in milliseconds. */
export function describeVersion({ tally, latency, version, slowAboveMs }: Described) {
  const requests = tally[version]?.requests ?? 0;
  const share = (kind: FailureKind) => {
    const count = tally[version]?.[kind] ?? 0;
    return { count: Math.round(count), ...estimateOf(count, requests) };
  };
  const buckets = latency[version];
  const slow =
    buckets === undefined || slowAboveMs === undefined ? undefined : slowerThan(buckets, slowAboveMs);
  const quantiles = buckets === undefined ? undefined : quantilesOf(buckets);
  return {
    requestCount: Math.round(requests),
    failed: share('application'),
    byProxy: share('proxyMade'),
    ...(slow === undefined || slow.total === 0
      ? {}
      : { slower: { count: Math.round(slow.count), ...estimateOf(slow.count, slow.total) } }),
    ...(quantiles === undefined ? {} : { quantiles }),
  };
}

function estimateOf(count: number, total: number) {
  const estimate = wilson(count, total);
  return estimate === undefined ? {} : { estimate };
}
