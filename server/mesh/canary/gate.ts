import type { ComparedVersion, comparisonStatuses } from '#lib/contract/canary-comparison.ts';
import type { GateCheck, GateVerdict } from '#lib/contract/canary-gate.ts';
import type { ObservedCanary } from './observed-canary.ts';

type ComparisonStatus = (typeof comparisonStatuses)[number];

/**
 * What a gate reads of a split: its verdict, what the versions differ in, and a number in the way of exit codes: 1 (stop)
 * where requests do not go where they should or a version is worse than the baseline, 2 (not decided) where the verdict
 * needs more requests or cannot tell pinned ones apart, 0 (go on) otherwise. With the check `split` it is the verdict's alone.
 * Shares 0 to 1.
 */
export function gateOf(detail: ObservedCanary, check: GateCheck): GateVerdict {
  const others = detail.compared.versions.filter(({ isBaseline }) => !isBaseline);
  const errors = worstOf(others.flatMap(errorsOf));
  const latency = worstOf(others.map(latencyOf));
  const isWorse = check === 'all' && [errors, latency].includes('worse');
  return {
    object: detail.object,
    route: detail.route,
    verdict: detail.verdict.status,
    exitCode: isWorse ? 1 : exitCodes[detail.verdict.status],
    summary: detail.summary,
    window: detail.window,
    requestCount: detail.requestCount,
    split: detail.versions.map(({ name, share, observed }) => ({
      version: name,
      configured: share,
      ...(observed === undefined ? {} : { observed: observed.share, low: observed.low, high: observed.high }),
    })),
    sources: detail.sources.map(({ namespace, workload, verdict, requestCount }) => ({
      source: `${namespace}/${workload}`,
      verdict: verdict.status,
      requestCount,
    })),
    errors,
    latency,
    causes: detail.causes.map(({ id }) => id),
  };
}

/** A `minor` difference is known and within what is tolerated. */
const exitCodes: Record<GateVerdict['verdict'], GateVerdict['exitCode']> = {
  mismatch: 1,
  mixed: 2,
  insufficient: 2,
  minor: 0,
  consistent: 0,
};

/** A version that proxies cannot reach fails its callers as much as one that answers with errors. */
function errorsOf({ errors, proxyErrors }: ComparedVersion): (ComparisonStatus | undefined)[] {
  return proxyErrors === undefined ? [errors?.status] : [errors?.status, proxyErrors.status];
}

/** The share of slow requests is what users feel; where it could not be compared, the whole body of response times. */
function latencyOf({ tail, body }: ComparedVersion): ComparisonStatus | undefined {
  return (tail ?? body)?.status;
}

const fromWorst: readonly ComparisonStatus[] = ['worse', 'undecided', 'equal', 'better'];

/** What could not be compared is undecided. */
function worstOf(statuses: readonly (ComparisonStatus | undefined)[]): ComparisonStatus {
  const known = statuses.map((status) => status ?? 'undecided');
  return fromWorst.find((status) => known.includes(status)) ?? 'undecided';
}
