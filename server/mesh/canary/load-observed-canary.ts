import type { Answer } from '#lib/contract/envelope.ts';
import { toPromQL } from '#server/metrics/promql.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { causesOf } from './causes/causes-of.ts';
import { gatewayWorkloadsOf } from './gateway-workloads.ts';
import { loadEnvoySplits } from './in-envoy/load-envoy-splits.ts';
import type { JudgedAnswer } from './judged-answer.ts';
import type { SplitFound } from './load-split-answer.ts';
import { loadLatency } from './observed/load-latency.ts';
import type { ObservedCanary } from './observed-canary.ts';
import { proofOf } from './proof.ts';
import { sourceDetail } from './source-detail.ts';
import { splitFields } from './split-fields.ts';
import { timelineOf } from './timeline.ts';
import { windowSlices } from './verdict/window-slices.ts';
import { compareVersions } from './versions/compare-versions.ts';

type Loaded = Answer<ObservedCanary> & {
  /** Why response times could not be read; absent where they could, or where the store has none. */
  latencyFailure?: unknown;
};

/** All that is known of a split whose requests were counted. `range` in seconds. */
export async function loadObservedCanary(
  { present, answer, snapshot, warnings }: SplitFound<JudgedAnswer>,
  range: number,
  context: LoadContext,
): Promise<Loaded> {
  const { split, judged, observation, window } = answer;
  const callers = judged.sources.map(({ observed }) => observed);
  const [envoy, latency] = await Promise.all([
    // Proxies are read now: they are held against the weights of now.
    loadEnvoySplits(present, callers, context),
    loadLatency(split, window, context),
  ]);
  const slices = windowSlices(observation, window);
  const compared = compareVersions({ split, sources: callers, slices, latency: latency.byVersion });
  const gateways = gatewayWorkloadsOf(snapshot);
  const causes = causesOf({
    split,
    judged,
    proxies: window.weightsThen === undefined ? envoy.proxies : [],
    window,
    rangeFromSeconds: window.toSeconds - range,
    countedFromSeconds: slices[0] === undefined ? undefined : observation.slices[slices[0]]?.startSeconds,
    notes: observation.notes,
    isGateway: (key) => gateways.has(key),
    nowMs: context.sources.now(),
  });
  return {
    data: {
      ...splitFields(answer, compared),
      sources: judged.sources.map((source) =>
        sourceDetail(source, { split: present, proxies: envoy.proxies }),
      ),
      timeline: timelineOf({ observation, judged, window, changes: window.changes }),
      compared,
      ...causes,
      proof: proofOf(split, context.sources.metrics.promql ?? toPromQL, context.cluster),
    },
    warnings: [...warnings, ...envoy.warnings, ...latency.warnings],
    ...('failure' in latency ? { latencyFailure: latency.failure } : {}),
  };
}
