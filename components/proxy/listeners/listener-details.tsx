import type { ListenerRow } from '#lib/contract/proxy-sections.ts';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import { detailWords } from '../detail-words.ts';
import { FactList } from '../shared/fact-list.tsx';
import { Destination } from './destination.tsx';
import { FilterChain } from './filter-chain.tsx';

/** What a chain takes, by which filters, and where it leads. */
export function ListenerDetails({ row, target }: { row: ListenerRow; target: ProxyTarget }) {
  const { name, chain, match, sources, transport, networkFilters, httpFilters } = row;
  return (
    <FactList
      facts={[
        { term: detailWords.takes, value: <span className="mono">{match}</span> },
        { term: detailWords.comesFrom, value: sources.join(', ') },
        { term: detailWords.leadsTo, value: <Destination row={row} target={target} /> },
        {
          term: detailWords.networkFilters,
          value: networkFilters.length > 0 && <FilterChain names={networkFilters} />,
          isWide: true,
        },
        {
          term: detailWords.httpFilters,
          value: httpFilters.length > 0 && <FilterChain names={httpFilters} />,
          isWide: true,
        },
        {
          term: detailWords.listener,
          value: (
            <span className="mono">{[name, chain].filter((text) => text !== undefined).join(' › ')}</span>
          ),
        },
        { term: detailWords.transport, value: transport },
      ]}
    />
  );
}
