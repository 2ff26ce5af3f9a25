import type { ListenerRow } from '#lib/contract/proxy-sections.ts';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import { FactList } from '../shared/fact-list.tsx';
import { words } from '../words.ts';
import { Destination } from './destination.tsx';
import { FilterChain } from './filter-chain.tsx';

const { details } = words;

/** What a chain takes, by which filters, and where it leads. */
export function ListenerDetails({ row, target }: { row: ListenerRow; target: ProxyTarget }) {
  const { name, chain, match, sources, transport, networkFilters, httpFilters } = row;
  return (
    <FactList
      facts={[
        { term: details.takes, value: <span className="mono">{match}</span> },
        { term: details.comesFrom, value: sources.join(', ') },
        { term: details.leadsTo, value: <Destination row={row} target={target} /> },
        {
          term: details.networkFilters,
          value: networkFilters.length > 0 && <FilterChain names={networkFilters} />,
          isWide: true,
        },
        {
          term: details.httpFilters,
          value: httpFilters.length > 0 && <FilterChain names={httpFilters} />,
          isWide: true,
        },
        {
          term: details.listener,
          value: (
            <span className="mono">{[name, chain].filter((text) => text !== undefined).join(' › ')}</span>
          ),
        },
        { term: details.transport, value: transport },
      ]}
    />
  );
}
