'use client';

import { type TableView, useRememberedColumns } from '#components/ui/data-table/table-view.ts';
import { parseSort, printSort } from '#components/ui/data-table/view-text.ts';
import { useUrlState } from '#components/ui/use-url-state.ts';
import { tableUrl } from './mesh-state.ts';

/** The state of a tab's table, kept in the address; `all` lifts the filter that the tab starts with. */
export function useTableUrl(name: string, initialSort: string) {
  const [{ search, sort, row, all }, change] = useUrlState(tableUrl);
  const [hiddenColumns, onHideColumns] = useRememberedColumns(name);
  const replace = { history: 'replace' } as const;
  const view: TableView = {
    sort: parseSort(sort === '' ? initialSort : sort),
    onSort: (next) => change({ sort: printSort(next) }, replace),
    filter: search,
    onFilter: (filter) => change({ search: filter }, replace),
    hiddenColumns,
    onHideColumns,
  };
  return {
    view,
    openRow: row,
    toggleRow: (id: string) => change({ row: id === row ? '' : id }, replace),
    showsAll: all,
    showAll: (isAll: boolean) => change({ all: isAll }, replace),
  };
}
