import type { HttpClient } from '#server/sources/observed/http-client.ts';
import type { Judgement } from '#server/sources/observed/service-search.ts';
import { withinMs } from '#server/sources/observed/within-ms.ts';
import { findStore, type Provider } from './find-store.ts';
import { createStoreClient } from './store-client.ts';

const answerMs = 2_000;

/**
 * Whether a store answers as Jaeger or Tempo, and holds any spans.
 * @throws ViglaError `source_failed`, `source_timeout`, or what the client throws
 */
export async function judgeCandidate(
  http: HttpClient,
  { provider, now, signal }: { provider: Provider; now: () => number; signal: AbortSignal },
): Promise<Judgement> {
  return withinMs(answerMs, signal, async (limited) => {
    const store = await findStore({ client: createStoreClient(http), provider, now }, limited);
    return { isOfMesh: (await store.services(limited)).length > 0 };
  });
}
