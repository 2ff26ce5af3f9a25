'use client';

import {
  type ColumnDef,
  columnFilteringFeature,
  columnVisibilityFeature,
  createFilteredRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  type RowData,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import type { Column } from './column.ts';

const features = tableFeatures({
  columnFilteringFeature,
  columnVisibilityFeature,
  globalFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
});

export type Sort = { column: string; isDescending: boolean };

type DataTableOptions<Row> = {
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowId: (row: Row) => string;
  sort: Sort | undefined;
  filter: string;
  hiddenColumns: readonly string[];
};

/** Rows filtered and sorted, and the columns that are shown. All state is the caller's. */
export function useDataTable<Row extends RowData>(options: DataTableOptions<Row>) {
  const { rows, columns, rowId, sort, filter, hiddenColumns } = options;
  const definitions = useMemo(() => columns.map((column) => definitionOf(column)), [columns]);
  const data = useMemo(() => [...rows], [rows]);
  const table = useTable({
    features,
    data,
    columns: definitions,
    getRowId: rowId,
    globalFilterFn: (row, columnId, text: string) =>
      String(row.getValue(columnId) ?? '')
        .toLowerCase()
        .includes(text.toLowerCase()),
    getColumnCanGlobalFilter: () => true,
    state: {
      sorting: sort === undefined ? [] : [{ id: sort.column, desc: sort.isDescending }],
      globalFilter: filter,
      columnVisibility: Object.fromEntries(hiddenColumns.map((id) => [id, false])),
    },
  });
  const shownColumns = columns.filter((column) => !hiddenColumns.includes(column.id));
  return { rows: table.getRowModel().rows.map((row) => row.original), shownColumns };
}

function definitionOf<Row extends RowData>(column: Column<Row>): ColumnDef<typeof features, Row, unknown> {
  const { value, sortValue = value } = column;
  return {
    id: column.id,
    header: column.title,
    accessorFn: value,
    sortUndefined: 'last',
    sortFn: (left, right) => compareValues(sortValue(left.original), sortValue(right.original)),
  };
}

/** Made once: thousands of rows are compared with every letter of a filter. */
const collator = new Intl.Collator('en', { numeric: true });

function compareValues(left: unknown, right: unknown): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return collator.compare(String(left), String(right));
}
