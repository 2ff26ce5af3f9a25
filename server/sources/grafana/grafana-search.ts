import type { ServiceSearch } from '#server/sources/observed/service-search.ts';
import { judgeCandidate } from './judge-candidate.ts';
import { grafanaServices } from './well-known-services.ts';

/** How a cluster is searched for Grafana. */
export const grafanaSearch: ServiceSearch = {
  what: 'Grafana',
  names: 'grafana, prometheus-grafana or grafana-service',
  variable: 'GRAFANA_URL',
  rules: grafanaServices,
  judge: judgeCandidate,
};
