import type { CanaryDetail } from '#lib/contract/canary-detail.ts';
import type { CauseInput } from './cause-input.ts';
import { findOtherWeights, otherWeightsInEnvoy } from './classes/other-weights-in-envoy.ts';
import { findStaleProxies, staleProxy } from './classes/stale-proxy.ts';
import type { CallingWorkload } from './proxies-of.ts';
import { sourceKey } from './source-key.ts';

/** The classes that proxies and istiod tell without a single request. */
const proxyRules = [
  { id: 'stale-proxy', title: staleProxy.title, find: findStaleProxies },
  { id: 'other-weights-in-envoy', title: otherWeightsInEnvoy.title, find: findOtherWeights },
] as const;

/** Why requests will not be split as configured, of those who may call: what their proxies hold is enough to know it. */
export function causesInProxies(
  input: Pick<CauseInput, 'split' | 'proxies' | 'nowMs'>,
  callers: readonly CallingWorkload[],
): Pick<CanaryDetail, 'causes' | 'ruledOut'> {
  const findings = proxyRules.flatMap(({ find, ...rule }) => {
    const finding = find(input, callers);
    return finding === undefined ? [] : [{ ...rule, finding }];
  });
  return {
    causes: findings.flatMap(({ id, title, finding }) =>
      'ruledOut' in finding ? [] : [{ id, title, ...finding, sources: finding.sources.map(sourceKey) }],
    ),
    ruledOut: findings.flatMap(({ id, title, finding }) =>
      'ruledOut' in finding ? [{ id, title, text: finding.ruledOut }] : [],
    ),
  };
}
