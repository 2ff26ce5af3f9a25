'use client';

import { type TableView, useRememberedColumns } from '#components/ui/data-table/table-view.ts';
import { parseHidden, parseSort, printHidden, printSort } from '#components/ui/data-table/view-text.ts';
import { useUrlState } from '#components/ui/use-url-state.ts';
import { objectsUrl } from './list-state.ts';

/** The list's state in the address, and the part of it that the table understands. */
export function useObjectsView(name: string) {
  const [state, change] = useUrlState(objectsUrl);
  const [remembered, remember] = useRememberedColumns(name);
  const view: TableView = {
    sort: parseSort(state.sort),
    onSort: (sort) => change({ sort: printSort(sort) }, { history: 'replace' }),
    filter: state.q,
    onFilter: (q) => change({ q }, { history: 'replace' }),
    hiddenColumns: parseHidden(state.hide) ?? remembered,
    onHideColumns: (hidden) => {
      remember(hidden);
      change({ hide: printHidden(hidden) }, { history: 'replace' });
    },
  };
  return { state, change, view };
}
