import type { ListenerRow } from '#lib/contract/proxy-sections.ts';
import type { DumpItem } from '#server/mesh/proxy/dump/dump.ts';
import { type JsonObject, objectAt, objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';
import { compareNames } from '#server/mesh/proxy/sections/by-name.ts';
import { itemFields } from '#server/mesh/proxy/sections/item-fields.ts';
import { type SectionEntry, sectionJob } from '#server/mesh/proxy/sections/section-job.ts';
import { tlsWords } from '#server/mesh/proxy/sections/tls/tls-words.ts';
import { chainDestination } from './chain-destination.ts';
import { chainMatch, chainSources } from './chain-match.ts';
import { chainOrigin, routeConfigOf } from './chain-origin.ts';
import { listenerAddress } from './listener-address.ts';
import { listenerType } from './listener-type.ts';
import { filterNames, terminalFilter } from './network-filters.ts';

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
    origin: chainOrigin({ chain, listener, name, address: `${addresses}:${port}`, port, filter }),
  };
}
