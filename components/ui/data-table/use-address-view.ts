'use client';

import { type TableView, useRememberedColumns } from './table-view.ts';
import { parseHidden, parseSort, printHidden, printSort } from './view-text.ts';

/** The parts of a page's address that a table understands. */
type AddressState = { q: string; sort: string; hide: string };
type ChangeAddress = (changed: Partial<AddressState>, options: { history: 'replace' }) => void;

/** The view of a table that its page keeps in the address; hidden columns are remembered beside it. */
export function useAddressView(name: string, state: AddressState, change: ChangeAddress): TableView {
  const [remembered, remember] = useRememberedColumns(name);
  const replace = { history: 'replace' } as const;
  return {
    sort: parseSort(state.sort),
    onSort: (sort) => change({ sort: printSort(sort) }, replace),
    filter: state.q,
    onFilter: (q) => change({ q }, replace),
    hiddenColumns: parseHidden(state.hide) ?? remembered,
    onHideColumns: (hidden) => {
      remember(hidden);
      change({ hide: printHidden(hidden) }, replace);
    },
  };
}
