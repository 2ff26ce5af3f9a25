import { comparedVersionsSchema } from '#lib/contract/canary-comparison.ts';
import type { LatencyBuckets } from '#server/mesh/canary/observed.ts';
import { compareVersions } from '#server/mesh/canary/versions/compare-versions.ts';
import type { ComparisonInput } from '#server/mesh/canary/versions/comparison-input.ts';

/** One caller, the same in each of 40 slices; `application` and `proxyMade` are failures by version. */
type Slice = { requests: readonly number[]; application?: readonly number[]; proxyMade?: readonly number[] };
const sliceCount = 40;

function caller({ requests, application = [], proxyMade = [] }: Slice): ComparisonInput['sources'][number] {
  return {
    requests: Array.from({ length: sliceCount }, () => requests),
    failures: Array.from({ length: sliceCount }, () => ({ application, proxyMade })),
  };
}

export type Asked = {
  weights: Record<string, number>;
  callers?: readonly Slice[];
  latency?: readonly (LatencyBuckets | undefined)[];
  protocol?: ComparisonInput['split']['protocol'];
};

/** A comparison that keeps the contract. */
export function comparedVersions({ weights, callers = [], latency = [], protocol = 'http' }: Asked) {
  const compared = compareVersions({
    split: { protocol, versions: Object.entries(weights).map(([name, weight]) => ({ name, weight })) },
    sources: callers.map(caller),
    slices: Array.from({ length: sliceCount }, (_, slice) => slice),
    latency,
  });
  return comparedVersionsSchema.parse(compared);
}

/** Requests up to 10, 25, 50, 100 ms and above. */
export function buckets(...counts: number[]): LatencyBuckets {
  return [10, 25, 50, 100, Number.POSITIVE_INFINITY].map((upToMs, index) => ({
    upToMs,
    count: counts[index] ?? 0,
  }));
}
