import { ViglaError } from '#server/errors.ts';
import { createOldJaeger } from './jaeger-old.ts';
import { createJaegerV3 } from './jaeger-v3.ts';
import type { StoreClient } from './store-client.ts';
import type { StoreDialect } from './store-dialect.ts';
import { createTempo } from './tempo.ts';

export type Provider = 'auto' | 'jaeger' | 'tempo';

/** The dialects that are tried for a provider, in this order. */
const candidatesOf: Record<Provider, (client: StoreClient, now: () => number) => StoreDialect[]> = {
  auto: (client, now) => [createJaegerV3(client), createTempo(client, now), createOldJaeger(client)],
  jaeger: (client) => [createJaegerV3(client), createOldJaeger(client)],
  tempo: (client, now) => [createTempo(client, now)],
};

const expectedOf: Record<Provider, string> = {
  auto: 'neither as Jaeger nor as Tempo',
  jaeger: 'not as Jaeger',
  tempo: 'not as Tempo',
};

/** The dialect that the store speaks. Throws `source_failed` when it answers, but in none. */
export async function findStore(
  { client, provider, now }: { client: StoreClient; provider: Provider; now: () => number },
  signal: AbortSignal,
): Promise<StoreDialect> {
  for (const dialect of candidatesOf[provider](client, now)) {
    if (await dialect.isSpoken(signal)) return dialect;
  }
  throw new ViglaError(
    'source_failed',
    `The trace store at ${client.address} answers, but ${expectedOf[provider]}. Check that TRACING_URL is the address of the query API, with its path where it has one, such as /jaeger.`,
    { fault: 'notThis' },
  );
}
