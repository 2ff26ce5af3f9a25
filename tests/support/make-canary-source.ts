import type { CanarySource } from '#lib/contract/canary-source.ts';

type Fields = Partial<Omit<CanarySource, 'proxies'>> & {
  /** Of its one proxy, which is there where `inEnvoy` is. */
  isAsConfigured?: boolean;
};

/** A consistent caller in `shop` of two versions, with what a test says differently. */
export function makeCanarySource({ isAsConfigured = true, ...fields }: Fields = {}): CanarySource {
  return {
    namespace: 'shop',
    workload: 'checkout',
    kind: 'workload',
    verdict: { status: 'consistent', text: 'decided' },
    requestCount: 1000,
    versions: [makeSourceVersion(750, 1000, false), makeSourceVersion(250, 1000, false)],
    proxies:
      fields.inEnvoy === undefined
        ? []
        : [
            {
              namespace: 'shop',
              pod: 'checkout-1',
              type: 'sidecar',
              state: 'found',
              shares: fields.inEnvoy,
              isAsConfigured,
              isStale: !isAsConfigured,
              weights: 'as in the test',
            },
          ],
    isOverdispersed: false,
    unassigned: [],
    notes: [],
    ...fields,
  };
}

/** `count` of so many requests, with an interval of a point to each side. */
export function makeSourceVersion(
  count: number,
  requestCount: number,
  isOutside: boolean,
): CanarySource['versions'][number] {
  const share = requestCount === 0 ? undefined : count / requestCount;
  return {
    count,
    ...(share !== undefined && { estimate: { share, low: share - 0.01, high: share + 0.01 } }),
    delta: 0.05,
    isOutside,
  };
}
