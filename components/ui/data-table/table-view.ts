'use client';

import { useState } from 'react';
import { storedEntries } from '#lib/browser-storage.ts';
import { useStored } from '../use-stored.ts';
import type { Sort } from './use-data-table.ts';

/** How a table is looked at, and how to change it. Pages that keep it in their address bring their own. */
export type TableView = {
  sort: Sort | undefined;
  onSort: (sort: Sort) => void;
  filter: string;
  onFilter: (filter: string) => void;
  /** Ids of columns; those hidden by default where undefined. */
  hiddenColumns: readonly string[] | undefined;
  onHideColumns: (hidden: readonly string[]) => void;
};

/** Which columns of a table a browser was told to hide; undefined where it was told nothing. */
export function useRememberedColumns(
  name: string,
): [string[] | undefined, (hidden: readonly string[]) => void] {
  const [remembered, remember] = useStored(storedEntries.hiddenColumns);
  return [remembered?.[name], (hidden) => remember({ ...remembered, [name]: [...hidden] })];
}

/** The view of a table that nobody else keeps: gone with the page, but for the columns. */
export function useOwnTableView(name: string, initialSort: Sort | undefined): TableView {
  const [sort, setSort] = useState(initialSort);
  const [filter, setFilter] = useState('');
  const [hiddenColumns, onHideColumns] = useRememberedColumns(name);
  return { sort, onSort: setSort, filter, onFilter: setFilter, hiddenColumns, onHideColumns };
}
