import type { ObjectsSnapshot } from '#server/sources/interface.ts';
import type { StreamAnswer } from '#server/sources/observed/ask-over-stream.ts';
import type { Replica, Replicas } from './replicas.ts';

/** How istiod is reached. */
export type Way = {
  /** Whom to ask. Throws `source_unreachable` with the reason where there is nobody. */
  replicas(snapshot: ObjectsSnapshot): Replicas;
  /** The answer to a question of the list, whatever its status. */
  send(replica: Replica, path: string, signal: AbortSignal): Promise<StreamAnswer>;
  /** Where a replica is, for people. */
  address(replica: Replica): string;
  /** The same as it reads behind what was asked there: `in pod istiod-a`. */
  whereabouts(replica: Replica): string;
};

/** What to do about an answer that is too large. */
export const tooLargeAdvice = 'Raise VIGLA_ANSWER_LIMIT_MB to read it.';
