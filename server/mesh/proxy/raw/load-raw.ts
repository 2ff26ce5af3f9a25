import type { Answer } from '#lib/contract/envelope.ts';
import type { Raw, RawQuery } from '#lib/contract/raw.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { runJob } from '#server/workers/run-job.ts';
import { loadDocument } from './load-document.ts';
import { rawValueJob } from './value-job.ts';

/** One part of a proxy's dump, Envoy's own or istiod's, as JSON without secrets. */
export async function loadRaw(query: RawQuery, context: LoadContext): Promise<Answer<Raw>> {
  const { bytes, warnings } = await loadDocument(query, context);
  const data = await runJob(rawValueJob, {
    inputs: [bytes],
    parameters: { path: query.path },
    signal: context.signal,
  });
  return { data, warnings };
}
