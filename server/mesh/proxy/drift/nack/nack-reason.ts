import type { Evidence } from '#lib/contract/evidence.ts';
import type { DriftFacts } from '../drift-rule.ts';
import type { Nack } from './parse-nack.ts';

export type NackFacts = Pick<DriftFacts, 'proxy' | 'mesh'>;

/** What a refusal means and what to do about it. */
export type NackStory = { text: string; fix: string; evidence?: Evidence[] };

/** One way in which Envoy refuses: `match` finds it in the reason, `tell` says what it means here. */
export type NackReason = {
  match: RegExp;
  tell: (match: RegExpExecArray, nack: Nack, facts: NackFacts) => NackStory;
};
