import type { Answer } from '#lib/contract/envelope.ts';
import type { Trace, TraceQuery } from '#lib/contract/traces.ts';
import { ViglaError } from '#server/errors.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { noStoreMessage } from './trace-warnings.ts';

/** One trace. Throws `not_found` when the store has none of that id. */
export async function loadTrace(query: TraceQuery, { sources }: LoadContext): Promise<Answer<Trace>> {
  const store = sources.traces;
  if (store === undefined) throw new ViglaError('not_found', noStoreMessage(sources.mode));
  throw new ViglaError('not_found', `The trace store has no trace ${query.id}.`);
}
