import { type Drift, type DriftClass, driftClasses, type UndecidedDrift } from '#lib/contract/proxies.ts';
import { certificateOld } from './classes/certificate-old.ts';
import { connectedToNone } from './classes/connected-to-none.ts';
import { contentDiffers } from './classes/content-differs.ts';
import { endpointMissing } from './classes/endpoint-missing.ts';
import { errorState } from './classes/error-state.ts';
import { neverConnected } from './classes/never-connected.ts';
import { podGone } from './classes/pod-gone.ts';
import { rejected } from './classes/rejected.ts';
import { stale } from './classes/stale.ts';
import { unknownToIstiod } from './classes/unknown-to-istiod.ts';
import { versionSkew } from './classes/version-skew.ts';
import { warmingStuck } from './classes/warming-stuck.ts';
import type { DriftFacts, DriftRule } from './drift-rule.ts';

const driftRules: Record<DriftClass, DriftRule> = {
  neverConnected,
  connectedToNone,
  versionSkew,
  stale,
  rejected,
  errorState,
  warmingStuck,
  contentDiffers,
  endpointMissing,
  certificateOld,
  unknownToIstiod,
  podGone,
};

export type JudgedDrift = { drift: Drift[]; undecided: UndecidedDrift[] };

const severities: readonly Drift['severity'][] = ['failing', 'degraded', 'info'];

/** All drift of one proxy, worst first, and the classes that something stood in the way of judging. */
export function judgeDrift(facts: DriftFacts): JudgedDrift {
  const judged: JudgedDrift = { drift: [], undecided: [] };
  for (const id of driftClasses) {
    const judgement = driftRules[id](facts);
    if ('undecided' in judgement) judged.undecided.push({ class: id, because: judgement.undecided });
    else judged.drift.push(...judgement.map((finding) => ({ class: id, ...finding })));
  }
  judged.drift.sort((left, right) => severities.indexOf(left.severity) - severities.indexOf(right.severity));
  return judged;
}
