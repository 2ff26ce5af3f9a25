import type { CanaryDetail } from '#lib/contract/canary-detail.ts';
import type { Answer } from '#lib/contract/envelope.ts';
import { loadAllSyncs } from '#server/mesh/proxy/load-syncs.ts';
import { toPromQL } from '#server/metrics/promql.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { causesInProxies } from '../causes/causes-in-proxies.ts';
import { unreadProxies, weightsThen } from '../causes/caveat-rules.ts';
import { gatewayWorkloadsOf } from '../gateway-workloads.ts';
import { loadChosenSplits } from '../in-envoy/load-chosen-splits.ts';
import type { UnobservedAnswer } from '../judged-answer.ts';
import type { SplitFound } from '../load-split-answer.ts';
import { proofOf } from '../proof.ts';
import { decisionLog10 } from '../verdict/thresholds.ts';
import { callersOfProxies } from './callers-of-proxies.ts';
import { isWaitedFor, possibleCallers } from './possible-callers.ts';
import { proxiesSentence } from './proxies-sentence.ts';
import { unobservedFields } from './unobserved-fields.ts';
import { unobservedSource } from './unobserved-source.ts';

const whoCalls =
  'Who calls is not known without telemetry: the sources are all whose proxies would choose the version, whether they call or not.';

/**
 * A split whose requests could not be counted: what is configured, held against what the proxies of those who may call
 * hold. A proxy that is behind is found as ever; nothing is said about requests.
 */
export async function loadUnobservedCanary(
  { present, answer, snapshot, warnings }: SplitFound<UnobservedAnswer>,
  context: LoadContext,
): Promise<Answer<CanaryDetail>> {
  const { split, window } = answer;
  const { sources } = context;
  const syncsOf = await loadAllSyncs(context);
  const candidates = possibleCallers(present, snapshot, ({ namespace, name: pod }) =>
    isWaitedFor(syncsOf({ namespace, pod })),
  );
  const read = await loadChosenSplits(present, { ...candidates, doing: 'may call' }, { snapshot, context });
  const gateways = gatewayWorkloadsOf(snapshot);
  const callers = callersOfProxies(read.proxies, present, (key) => gateways.has(key));
  const proxies = callers.flatMap(({ own }) => own);
  const { summary, ...fields } = unobservedFields(answer);
  return {
    data: {
      ...fields,
      summary: [summary, ...proxiesSentence(proxies, present)].join(' '),
      sources: callers.map((caller) => unobservedSource(caller, present)),
      timeline: { atMs: [], stepSeconds: 0, series: [], changes: window.changes, decisionLog10 },
      compared: { versions: [], testCount: 0, notes: [] },
      ...causesInProxies({ split: present, proxies, nowMs: sources.now() }, callers),
      caveats: [
        ...weightsThen({ window }).map((text) => ({ id: 'weights-then', text })),
        { id: 'who-calls', text: whoCalls },
        ...unreadProxies({ proxies }).map((text) => ({ id: 'unread', text })),
      ],
      proof: proofOf(split, sources.metrics.promql ?? toPromQL, context.cluster),
    },
    warnings: [...warnings, ...read.warnings],
  };
}
