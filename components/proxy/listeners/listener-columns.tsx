import type { Column } from '#components/ui/data-table/column.ts';
import type { ListenerRow } from '#lib/contract/proxy-sections.ts';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import { columnTitles } from '../column-titles.ts';
import { Mono } from '../shared/mono.tsx';
import { hiddenColumns, objectColumn, stateColumn } from '../shared/shared-columns.tsx';
import { words } from '../words.ts';
import { Destination } from './destination.tsx';
import { filterWord } from './filter-words.ts';

/** istioctl's columns of listeners, one row for each filter chain, and the filters that work there. */
export function listenerColumns(target: ProxyTarget): readonly Column<ListenerRow>[] {
  return [
    {
      id: 'addresses',
      title: columnTitles.addresses,
      width: 128,
      value: ({ addresses }) => addresses,
      group: ({ name, addresses }) => `${name} ${addresses}`,
      cell: ({ addresses }) => <Mono text={addresses} />,
      narrowCell: (row) => <NarrowListener row={row} />,
    },
    {
      id: 'port',
      title: columnTitles.port,
      width: 64,
      value: ({ port }) => port,
      sortValue: ({ port }) => Number(port),
      group: ({ name, port }) => `${name} ${port}`,
      cell: ({ port }) => <Mono text={port} />,
      isWideOnly: true,
    },
    {
      id: 'type',
      title: columnTitles.type,
      width: 84,
      value: ({ type }) => type,
      group: ({ name, type }) => `${name} ${type}`,
      cell: ({ type }) => <span className="text-ink-muted">{type}</span>,
      isWideOnly: true,
    },
    {
      id: 'match',
      title: columnTitles.match,
      width: 208,
      value: ({ match }) => match,
      cell: ({ match }) => <Mono text={match} isMuted={match === 'ALL'} />,
      isWideOnly: true,
    },
    {
      id: 'destination',
      title: columnTitles.destination,
      width: 224,
      value: ({ destination }) => destination,
      cell: (row) => <Destination row={row} target={target} />,
      isWideOnly: true,
    },
    objectColumn(),
    {
      id: 'filters',
      title: columnTitles.filters,
      width: 128,
      value: ({ networkFilters, httpFilters }) => [...networkFilters, ...httpFilters].join(', '),
      cell: ({ networkFilters, httpFilters }) => (
        <span className="text-ink-muted" title={[...networkFilters, ...httpFilters].join('\n')}>
          {filtersText(networkFilters, httpFilters)}
        </span>
      ),
      isWideOnly: true,
    },
    {
      id: 'transport',
      title: columnTitles.transport,
      width: 112,
      value: ({ transport }) => transport,
      isHiddenByDefault: true,
      isWideOnly: true,
    },
    stateColumn(),
    {
      id: 'listener',
      title: columnTitles.name,
      value: ({ name }) => name,
      isHiddenByDefault: true,
      isWideOnly: true,
    },
    {
      id: 'chain',
      title: columnTitles.chain,
      value: ({ chain }) => chain,
      isHiddenByDefault: true,
      isWideOnly: true,
    },
    {
      id: 'direction',
      title: columnTitles.direction,
      width: 96,
      value: ({ direction }) => direction,
      isHiddenByDefault: true,
      isWideOnly: true,
    },
    {
      id: 'routeConfig',
      title: columnTitles.routeConfig,
      value: ({ routeConfig }) => routeConfig,
      isHiddenByDefault: true,
      isWideOnly: true,
    },
    ...hiddenColumns<ListenerRow>(),
  ];
}

/** The last network filter in a word, and how many work on requests. */
function filtersText(network: readonly string[], http: readonly string[]): string {
  const last = network.at(-1);
  if (last === undefined) return '';
  return http.length === 0 ? filterWord(last) : words.httpFilters(http.length);
}

function NarrowListener({ row: { addresses, port, match, destination } }: { row: ListenerRow }) {
  return (
    <span className="flex min-w-0 flex-col leading-[18px]">
      <span className="truncate">
        <span className="mono font-medium">{`${addresses}:${port}`}</span>{' '}
        <span className="text-ink-muted">{match}</span>
      </span>
      <span className="truncate text-xs text-ink-muted">{destination}</span>
    </span>
  );
}
