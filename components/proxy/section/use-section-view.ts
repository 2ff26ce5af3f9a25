'use client';

import { type TableView, useRememberedColumns } from '#components/ui/data-table/table-view.ts';
import type { Sort } from '#components/ui/data-table/use-data-table.ts';
import { parseHidden, parseSort, printHidden, printSort } from '#components/ui/data-table/view-text.ts';
import { useTypedText } from '#components/ui/use-typed-text.ts';
import { useUrlState } from '#components/ui/use-url-state.ts';
import { sectionUrl } from '../proxy-state.ts';

/** The section's state in the address, and the part of it that the table understands. */
export function useSectionView(name: string, ownSort: Sort) {
  const [state, change] = useUrlState(sectionUrl);
  const [typed, handleType] = useTypedText(state.q, (q) => change({ q }, { history: 'replace' }));
  const [remembered, remember] = useRememberedColumns(name);
  const view: TableView = {
    sort: state.sort === '' ? ownSort : parseSort(state.sort),
    onSort: (sort) => change({ sort: printSort(sort) }, { history: 'replace' }),
    filter: typed,
    onFilter: handleType,
    hiddenColumns: parseHidden(state.hide) ?? remembered,
    onHideColumns: (hidden) => {
      remember(hidden);
      change({ hide: printHidden(hidden) }, { history: 'replace' });
    },
  };
  return { state, change, view };
}
