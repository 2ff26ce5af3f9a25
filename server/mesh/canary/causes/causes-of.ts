import { type CanaryCause, causeIds } from '#lib/contract/canary-cause.ts';
import type { CanaryDetail } from '#lib/contract/canary-detail.ts';
import type { CauseInput } from './cause-input.ts';
import type { CauseId, CauseRule, FoundCause } from './cause-rule.ts';
import { caveatsOf } from './caveats-of.ts';
import { connectionReuse } from './classes/connection-reuse.ts';
import { directCalls } from './classes/direct-calls.ts';
import { mirror } from './classes/mirror.ts';
import { notBound } from './classes/not-bound.ts';
import { otherPort } from './classes/other-port.ts';
import { otherWeightsInEnvoy } from './classes/other-weights-in-envoy.ts';
import { pinned } from './classes/pinned.ts';
import { retries } from './classes/retries.ts';
import { staleProxy } from './classes/stale-proxy.ts';
import { twoRoutes } from './classes/two-routes.ts';
import { unhealthy } from './classes/unhealthy.ts';
import { offSources } from './off-sources.ts';
import { sourceKey } from './source-key.ts';

const causeRules: Record<CauseId, CauseRule> = {
  'stale-proxy': staleProxy,
  'other-weights-in-envoy': otherWeightsInEnvoy,
  'not-bound': notBound,
  pinned,
  'two-routes': twoRoutes,
  'other-port': otherPort,
  unhealthy,
  mirror,
  retries,
  'connection-reuse': connectionReuse,
  'direct-calls': directCalls,
};

const confidences: readonly CanaryCause['confidence'][] = ['proven', 'likely', 'possible'];

/**
 * Why a split is not as configured: causes of the sources that are off, the surest first and of equals in the order of
 * peers.md section 3.6, the others with the figure that rules them out. What is merely possible is left out where something
 * surer explains the same sources. Caveats hold whether or not something is off.
 */
export function causesOf(input: CauseInput): Pick<CanaryDetail, 'causes' | 'ruledOut' | 'caveats'> {
  const off = offSources(input.judged);
  const findings = causeIds.flatMap((id) => {
    const { title, judge } = causeRules[id];
    const finding = off.length === 0 ? undefined : judge(input, off);
    return finding === undefined ? [] : [{ id, title, finding }];
  });
  const found = findings.flatMap(({ id, title, finding }) =>
    'ruledOut' in finding ? [] : [{ id, title, finding }],
  );
  const explained = new Set(
    found
      .filter(({ finding }) => finding.confidence !== 'possible')
      .flatMap(({ finding }) => finding.sources),
  );
  const isWanted = ({ confidence, sources }: FoundCause) =>
    confidence !== 'possible' || sources.some((source) => !explained.has(source));
  return {
    causes: found
      .filter(({ finding }) => isWanted(finding))
      .map(({ id, title, finding }) => ({ id, title, ...finding, sources: finding.sources.map(sourceKey) }))
      .sort((one, other) => confidences.indexOf(one.confidence) - confidences.indexOf(other.confidence)),
    ruledOut: findings.flatMap(({ id, title, finding }) =>
      'ruledOut' in finding ? [{ id, title, text: finding.ruledOut }] : [],
    ),
    caveats: caveatsOf(input),
  };
}
