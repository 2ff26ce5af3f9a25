import type { Judgement } from '#server/sources/observed/service-search.ts';
import type { Candidate } from './rank-candidates.ts';

export type PassedOver = { candidate: Candidate; error: unknown };

/** What came of looking through the Services of the cluster. */
export type Look = {
  found?: Judgement & { candidate: Candidate };
  /** Better candidates that do not answer as they should, with the reason. */
  passedOver: readonly PassedOver[];
  /** Why the Services themselves could not be read, where they could not. */
  unread?: string;
};

export function nameOf({ namespace, service }: Candidate): string {
  return `${namespace}/${service}`;
}

/** As other pods of the cluster would write it. */
export function addressOf({ namespace, service, port, scheme, path }: Candidate): string {
  return `${scheme}://${service}.${namespace}:${port}${path}`;
}
