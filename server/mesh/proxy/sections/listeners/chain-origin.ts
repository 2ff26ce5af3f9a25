import {
  type JsonObject,
  numberAt,
  objectAt,
  objectsAt,
  textAt,
  textsAt,
} from '#server/mesh/proxy/json/json.ts';
import type { Origin } from '#server/mesh/proxy/links/origin.ts';
import { clustersOfRoute } from '#server/mesh/proxy/sections/routes/route-targets.ts';
import { secretsOfSocket } from '#server/mesh/proxy/sections/tls/tls-secrets.ts';
import { chainPolicies, filtersOfChain } from './chain-policies.ts';
import type { TerminalFilter } from './network-filters.ts';

/** The route configuration that a chain's requests are looked up in. */
export function routeConfigOf(filter: TerminalFilter | undefined): string | undefined {
  if (filter?.kind !== 'http') return undefined;
  return textAt(filter.config, 'rds', 'route_config_name') ?? textAt(filter.config, 'route_config', 'name');
}

type OriginParts = {
  chain: JsonObject;
  listener: JsonObject;
  name: string;
  address: string;
  port: number;
  filter: TerminalFilter | undefined;
};

/** What the links of a filter chain are found from. */
export function chainOrigin({ chain, listener, name, address, port, filter }: OriginParts): Origin {
  const match = objectAt(chain, 'filter_chain_match');
  const filters = filtersOfChain(chain);
  return {
    istio: objectAt(chain, 'metadata', 'filter_metadata', 'istio'),
    clusters: clustersOfFilter(filter),
    routeConfig: routeConfigOf(filter),
    listener: name,
    address,
    port: numberAt(match, 'destination_port') ?? port,
    direction: textAt(listener, 'traffic_direction')?.toLowerCase(),
    chain: textAt(chain, 'name'),
    serverNames: textsAt(match, 'server_names'),
    transportProtocol: textAt(match, 'transport_protocol'),
    applicationProtocols: textsAt(match, 'application_protocols'),
    statPrefix: textAt(filter?.config, 'stat_prefix'),
    ...chainPolicies(filters),
    secrets: [...new Set(secretsOfSocket(objectAt(chain, 'transport_socket')))],
    filters: filters.flatMap((entry) => textAt(entry, 'name') ?? []),
  };
}

function clustersOfFilter(filter: TerminalFilter | undefined): string[] {
  if (filter === undefined) return [];
  const { kind, config } = filter;
  if (kind === 'tcp')
    return [
      textAt(config, 'cluster'),
      ...objectsAt(config, 'weighted_clusters', 'clusters').map((part) => textAt(part, 'name')),
    ].filter((name) => name !== undefined);
  const routes = objectsAt(config, 'route_config', 'virtual_hosts').flatMap((host) =>
    objectsAt(host, 'routes'),
  );
  return [...new Set(routes.flatMap(clustersOfRoute))];
}
