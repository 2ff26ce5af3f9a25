import type { CanaryDetail } from '#lib/contract/canary-detail.ts';
import { causesOf } from '#server/mesh/canary/causes/causes-of.ts';
import type { EnvoySplit } from '#server/mesh/canary/envoy-split.ts';
import type { ObservedSource } from '#server/mesh/canary/observed.ts';
import type { PinnedSource } from '#server/mesh/canary/pins/pinned-source.ts';
import type { Split } from '#server/mesh/canary/split.ts';
import { judgeSplit } from '#server/mesh/canary/verdict/judge-split.ts';
import { windowSlices } from '#server/mesh/canary/verdict/window-slices.ts';
import type { CanaryWindow } from '#server/mesh/canary/window/window-of.ts';
import { everySlice, madeObservation, madeSplit } from '#tests/support/made-split.ts';

/** What each source sends to the versions in one of 20 slices, or all of its slices. */
type Requests = Record<string, readonly number[] | readonly (readonly number[])[]>;

export type MadeCase = {
  split?: Split;
  requests: Requests;
  /** Of every source. */
  observed?: Partial<ObservedSource>;
  proxies?: readonly EnvoySplit[];
  pinned?: Record<string, PinnedSource>;
  gateways?: readonly string[];
  window?: Partial<CanaryWindow>;
  /** Where it is not the first slice of the window. */
  countedFromSeconds?: number;
  notes?: readonly string[];
};

export const nowMs = Date.parse('2026-01-01T12:15:00Z');

/** Causes of a made case, judged as on the page. Weights are 3:1 unless a split is given. */
export function causesIn(made: MadeCase): Pick<CanaryDetail, 'causes' | 'ruledOut' | 'caveats'> {
  const { split = madeSplit({ v1: 3, v2: 1 }), proxies = [], pinned = {}, gateways = [], notes = [] } = made;
  const bySource = Object.entries(made.requests).map(([key, counts]) => [key, slicesOf(counts)] as const);
  const observation = madeObservation(Object.fromEntries(bySource), made.observed);
  const isGateway = (key: string) => gateways.includes(key);
  const toSeconds = 30 * observation.slices.length;
  const window = { fromSeconds: 0, toSeconds, reason: '', changes: [], ...made.window };
  const judged = judgeSplit({
    split,
    observation,
    window,
    pinned: new Map(Object.entries(pinned)),
    isGateway,
  });
  const [first] = windowSlices(observation, window);
  const firstFromSeconds = first === undefined ? undefined : observation.slices[first]?.startSeconds;
  return causesOf({
    split,
    judged,
    proxies,
    window,
    rangeFromSeconds: 0,
    countedFromSeconds: made.countedFromSeconds ?? firstFromSeconds,
    notes,
    isGateway,
    nowMs,
  });
}

function slicesOf(counts: MadeCase['requests'][string]): readonly (readonly number[])[] {
  return counts.every((count) => typeof count === 'number')
    ? everySlice(counts)
    : counts.filter((slice) => typeof slice !== 'number');
}

/** The proxy of a source, which has the rule as it is configured, 3:1. */
export function madeProxy(source: string, more: Partial<EnvoySplit> = {}): EnvoySplit {
  const [namespace = '', workload = ''] = source.split('/');
  return {
    namespace,
    workload,
    pod: `${workload}-1`,
    type: 'sidecar',
    state: 'found',
    shares: [0.75, 0.25],
    others: [],
    weights: 'v1 3, v2 1',
    place: '8080 / catalog.shop.svc.cluster.local:8080 / split',
    rowId: 'row',
    section: 'routes',
    sync: { state: 'SYNCED' },
    ...more,
  };
}

/** A proxy that still has 1:1, while istiod has 3:1 for it and no answer to its last push. */
export function staleProxy(source: string, more: Partial<EnvoySplit> = {}): EnvoySplit {
  return madeProxy(source, {
    shares: [0.5, 0.5],
    weights: 'v1 1, v2 1',
    istiodWeights: 'v1 3, v2 1',
    sync: {
      state: 'STALE',
      sentAtMs: nowMs - 900_000,
      ackedAtMs: nowMs - 904_000,
      sentNonce: '2026-01-01T12:00:00Z/7aaaa-d18da63e',
      ackedNonce: '2026-01-01T11:59:56Z/6bbbb-9274df9c',
    },
    ...more,
  });
}
