import type { CanaryDetail } from '#lib/contract/canary-detail.ts';
import type { CanaryQuery } from '#lib/contract/canary-query.ts';
import type { Answer, Warning } from '#lib/contract/envelope.ts';
import { ViglaError } from '#server/errors.ts';
import { toPromQL } from '#server/metrics/promql.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { causesOf } from './causes/causes-of.ts';
import { findSplit } from './configured/find-split.ts';
import { splitsOf } from './configured/splits-of.ts';
import type { EnvoySplit } from './envoy-split.ts';
import { gatewayWorkloadsOf } from './gateway-workloads.ts';
import { loadEnvoySplits } from './in-envoy/load-envoy-splits.ts';
import type { JudgedAnswer } from './judged-answer.ts';
import { loadJudgedSplits } from './load-judged-splits.ts';
import { loadLatency } from './observed/load-latency.ts';
import { proofOf } from './proof.ts';
import { sourceDetail } from './source-detail.ts';
import { splitFields } from './split-fields.ts';
import { timelineOf } from './timeline.ts';
import { unreadRoutes } from './unread-routes.ts';
import { windowSlices } from './verdict/window-slices.ts';
import { compareVersions } from './versions/compare-versions.ts';

/**
 * One weighted rule: configured, in the proxies of its callers and observed, over time, with versions compared and the
 * likely causes of what is off.
 * @throws ViglaError `not_found` that names the rules of the object that are splits; the metric store's own
 */
export async function loadCanary(
  { range, at, ...asked }: CanaryQuery,
  context: LoadContext,
): Promise<Answer<CanaryDetail>> {
  const snapshot = await context.sources.objects.snapshot(context.signal);
  const present = findSplit(splitsOf(snapshot.objects, snapshot.rootNamespace), asked);
  const { answers, warnings } = await loadJudgedSplits([present], { range, at }, { snapshot, context });
  const [answer] = answers;
  if (answer === undefined) throw new ViglaError('internal', `The split ${asked.name} was not judged`);
  const { split, judged, observation, window } = answer;
  const [envoy, latency] = await Promise.all([
    // Proxies are read now: they are held against the weights of now.
    loadProxies({ ...answer, split: present }, context),
    loadLatency(split, window, context),
  ]);
  const slices = windowSlices(observation, window);
  const compared = compareVersions({
    split,
    sources: judged.sources.map(({ observed }) => observed),
    slices,
    latency: latency.byVersion,
  });
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
      proof: proofOf(split, context.sources.metrics.promql ?? toPromQL),
    },
    warnings: [...unreadRoutes(snapshot), ...warnings, ...envoy.warnings, ...latency.warnings],
  };
}

/** Without a way to the proxies the page goes on, and says so. */
async function loadProxies(
  { split, judged }: JudgedAnswer,
  context: LoadContext,
): Promise<{ proxies: EnvoySplit[]; warnings: Warning[] }> {
  if (context.sources.envoy === undefined) {
    const message = 'What the proxies hold is not known: this installation may not forward ports to pods.';
    return { proxies: [], warnings: [{ code: 'proxies_missing', source: 'envoy', message }] };
  }
  const sources = judged.sources.map(({ observed }) => observed);
  return loadEnvoySplits(split, sources, context);
}
