import type { IstiodEndpoint, IstiodFailure } from '#lib/proxy/istiod-endpoints.ts';
import type { IstiodSource } from '#server/sources/interface.ts';

/** What one replica says to each question: JSON, text as it is, or why nothing. */
export type ReplicaSays = {
  replica: string;
  revision?: string;
  says: Partial<Record<IstiodEndpoint, unknown>>;
  /** Of every question that it says nothing to; by default it has no such endpoint. */
  failure?: IstiodFailure;
};

const noSuchEndpoint: IstiodFailure = { code: 'no_such_endpoint', message: '404 page not found' };

/** A control plane of made replicas. */
export function istiodReplicas(replicas: readonly ReplicaSays[]): IstiodSource {
  return {
    ask: async ({ endpoint }) =>
      replicas.map(({ replica, revision, says, failure = noSuchEndpoint }) => {
        const said = says[endpoint];
        if (said === undefined) return { replica, revision, failure };
        const text = typeof said === 'string' ? said : JSON.stringify(said);
        return { replica, revision, body: new TextEncoder().encode(text) };
      }),
    status: async () => ({ id: 'istiod', state: 'ok' }),
  };
}
