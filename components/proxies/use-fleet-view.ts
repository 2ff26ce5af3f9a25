'use client';

import { type TableView, useRememberedColumns } from '#components/ui/data-table/table-view.ts';
import { useUrlState } from '#components/ui/use-url-state.ts';
import { fleetUrl } from './fleet-state.ts';

/** The page's state in the address, and the part of it that the table understands. */
export function useFleetView() {
  const [state, change] = useUrlState(fleetUrl);
  const [remembered, remember] = useRememberedColumns('proxies');
  const isDescending = state.sort.startsWith('-');
  const view: TableView = {
    sort: { column: isDescending ? state.sort.slice(1) : state.sort, isDescending },
    onSort: (sort) =>
      change({ sort: sort.isDescending ? `-${sort.column}` : sort.column }, { history: 'replace' }),
    filter: state.q,
    onFilter: (q) => change({ q }, { history: 'replace' }),
    hiddenColumns: state.hide === '' ? remembered : state.hide.split(',').filter((id) => id !== 'none'),
    onHideColumns: (hidden) => {
      remember(hidden);
      change({ hide: hidden.length === 0 ? 'none' : hidden.join(',') }, { history: 'replace' });
    },
  };
  return { state, change, view };
}
