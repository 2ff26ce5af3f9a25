import { at, objectAt, objectsAt, textAt, textsAt } from '#server/mesh/proxy/json/json.ts';
import { routeMatch } from '#server/mesh/proxy/sections/routes/route-match.ts';
import type { TerminalFilter } from './network-filters.ts';

/**
 * Where a filter chain leads, in istioctl's words: `Route: 9080`, `Cluster: …`, `PassthroughCluster`, `Inline Route: …`,
 * `Non-HTTP/Non-TCP`. Where istioctl says an empty cluster for several of them, they are named with their weights.
 */
export function chainDestination(filter: TerminalFilter | undefined): string {
  if (filter === undefined) return 'Non-HTTP/Non-TCP';
  if (filter.kind === 'tcp') return tcpDestination(filter.config);
  const inline = objectAt(filter.config, 'route_config');
  if (inline !== undefined) return inlineDestination(inline);
  const name = textAt(filter.config, 'rds', 'route_config_name');
  return name === undefined || name === '' ? 'HTTP' : `Route: ${name}`;
}

function tcpDestination(config: unknown): string {
  const weighted = objectsAt(config, 'weighted_clusters', 'clusters');
  if (weighted.length === 0) return clusterWords(textAt(config, 'cluster') ?? '');
  const shares = weighted.map((part) => `${textAt(part, 'name') ?? ''} (${at(part, 'weight') ?? 0})`);
  return `Clusters: ${shares.join(', ')}`;
}

/** istioctl writes Istio's own clusters without the word. */
function clusterWords(cluster: string): string {
  return cluster.includes('Cluster') ? cluster : `Cluster: ${cluster}`;
}

function inlineDestination(config: unknown): string {
  const hosts = objectsAt(config, 'virtual_hosts');
  const [onlyRoute, ...otherRoutes] = hosts.length === 1 ? objectsAt(hosts[0], 'routes') : [];
  const cluster = textAt(onlyRoute, 'route', 'cluster');
  const takesAll = textAt(onlyRoute, 'match', 'prefix') === '/' && textsAt(hosts[0], 'domains').includes('*');
  if (cluster !== undefined && otherRoutes.length === 0 && takesAll) return clusterWords(cluster);
  return `Inline Route: ${hosts.map(hostWords).join('; ')}`;
}

function hostWords(host: unknown): string {
  const domains = textsAt(host, 'domains').join('/');
  const routes = objectsAt(host, 'routes')
    .map((route) => routeMatch(objectAt(route, 'match')))
    .join(', ');
  return domains === '*' || domains === '' ? routes : `${domains} ${routes}`;
}
