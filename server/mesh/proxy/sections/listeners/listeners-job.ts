import type { ListenerRow } from '#lib/contract/proxy-sections.ts';
import type { DumpItem } from '#server/mesh/proxy/dump/dump.ts';
import {
  type JsonObject,
  numberAt,
  objectAt,
  objectsAt,
  textAt,
  textsAt,
} from '#server/mesh/proxy/json/json.ts';
import type { Origin } from '#server/mesh/proxy/links/origin.ts';
import { compareNames } from '#server/mesh/proxy/sections/by-name.ts';
import { itemFields } from '#server/mesh/proxy/sections/item-fields.ts';
import { clustersOfRoute } from '#server/mesh/proxy/sections/routes/route-targets.ts';
import { type SectionEntry, sectionJob } from '#server/mesh/proxy/sections/section-job.ts';
import { secretsOfSocket } from '#server/mesh/proxy/sections/tls/tls-secrets.ts';
import { tlsWords } from '#server/mesh/proxy/sections/tls/tls-words.ts';
import { chainDestination } from './chain-destination.ts';
import { chainMatch, chainSources } from './chain-match.ts';
import { chainPolicies, filtersOfChain } from './chain-policies.ts';
import { listenerAddress } from './listener-address.ts';
import { listenerType } from './listener-type.ts';
import { filterNames, type TerminalFilter, terminalFilter } from './network-filters.ts';

/** One row a filter chain, in Envoy's order; listeners sorted as istioctl does, by port and address. */
export const listenersJob = sectionJob<ListenerRow>({
  name: 'section-listeners',
  reads: ['listeners'],
  entriesOf: ({ items }, { shiftMs }) => ({
    entries: items.listeners
      .flatMap((item) => entriesOfListener(item, shiftMs))
      .sort(
        ({ row: one }, { row: other }) =>
          compareNames(one.port, other.port) || compareNames(one.addresses, other.addresses),
      ),
  }),
});

type Entry = SectionEntry<ListenerRow>;
type Chain = { chain: JsonObject; inside: string };

function entriesOfListener(item: DumpItem, shiftMs: number): Entry[] {
  const last = objectAt(item.value, 'default_filter_chain');
  const chains: Chain[] = [
    ...objectsAt(item.value, 'filter_chains').map((chain, index) => ({
      chain,
      inside: `.filter_chains[${index}]`,
    })),
    ...(last === undefined ? [] : [{ chain: last, inside: '.default_filter_chain' }]),
  ];
  const type = listenerType(chains.map(({ chain }) => chain));
  const listed = chains.length === 0 ? [{ chain: {}, inside: '' }] : chains;
  return listed.map((chain) => chainEntry({ ...chain, item, shiftMs, type, hasChains: chains.length > 0 }));
}

type Place = Chain & { item: DumpItem; shiftMs: number; type: string; hasChains: boolean };

function chainEntry({ chain, inside, item, shiftMs, type, hasChains }: Place): Entry {
  const { value: listener } = item;
  const name = textAt(listener, 'name') || item.name;
  const { addresses, port } = listenerAddress(listener);
  const match = objectAt(chain, 'filter_chain_match');
  const filter = terminalFilter(chain);
  const socket = objectAt(chain, 'transport_socket');
  const sources = chainSources(match);
  const chainName = textAt(chain, 'name');
  const key = [name || `${addresses}:${port}`, chainName ?? chainMatch(match)].join('/');
  return {
    row: {
      id: item.state === 'active' || item.state === 'static' ? key : `${key} (${item.state})`,
      ...itemFields(item, shiftMs),
      proofPath: `${item.path}${inside}`,
      addresses,
      port: String(port),
      match: hasChains ? chainMatch(match) : '',
      destination: hasChains ? chainDestination(filter) : 'no filter chains',
      type,
      name,
      chain: chainName,
      direction: textAt(listener, 'traffic_direction')?.toLowerCase(),
      sources,
      networkFilters: filterNames(chain, 'filters'),
      httpFilters: filterNames(filter?.config, 'http_filters'),
      routeConfig: routeConfigOf(filter),
      transport: socket === undefined && !hasChains ? undefined : tlsWords(socket),
    },
    origin: originOf({ chain, listener, name, address: `${addresses}:${port}`, port, filter }),
  };
}

function routeConfigOf(filter: TerminalFilter | undefined): string | undefined {
  if (filter?.kind !== 'http') return undefined;
  return textAt(filter.config, 'rds', 'route_config_name') ?? textAt(filter.config, 'route_config', 'name');
}

type OriginParts = Pick<Chain, 'chain'> & {
  listener: JsonObject;
  name: string;
  address: string;
  port: number;
  filter: TerminalFilter | undefined;
};

function originOf({ chain, listener, name, address, port, filter }: OriginParts): Origin {
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
