import type { Matcher } from '#server/metrics/query.ts';
import type { ServiceSearch } from '#server/sources/observed/service-search.ts';
import { judgeCandidate } from './judge-candidate.ts';
import { prometheusServices } from './well-known-services.ts';

/** How a cluster is searched for the store of Istio's metrics. */
export function prometheusSearch(extraMatchers: readonly Matcher[] = []): ServiceSearch {
  return {
    what: 'Prometheus',
    names:
      'prometheus, prometheus-operated, prometheus-server, thanos-query, vmselect or mimir-query-frontend',
    variable: 'PROMETHEUS_URL',
    rules: prometheusServices,
    judge: (client, signal) => judgeCandidate(client, { extraMatchers, signal }),
  };
}
