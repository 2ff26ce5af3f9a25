import type { ServiceSearch } from '#server/sources/observed/service-search.ts';
import type { Provider } from './find-store.ts';
import { judgeCandidate } from './judge-candidate.ts';
import { traceServices } from './well-known-services.ts';

/** How a cluster is searched for a store of traces. */
export function traceStoreSearch(provider: Provider): ServiceSearch {
  return {
    what: 'store of traces',
    names: 'tracing, jaeger-query, tempo or tempo-query-frontend',
    variable: 'TRACING_URL',
    rules: traceServices,
    judge: (client, signal) => judgeCandidate(client, { provider, now: Date.now, signal }),
  };
}
