'use client';

import type { RowData } from '@tanstack/react-table';
import { type ReactNode, useState } from 'react';
import { EmptyState } from '../empty-state.tsx';
import { useIsNarrow } from '../use-media.ts';
import type { Column } from './column.ts';
import type { Expansion } from './expansion.ts';
import { TableHead } from './table-head.tsx';
import { TableRows } from './table-rows.tsx';
import { TableToolbar } from './table-toolbar.tsx';
import { type TableView, useOwnTableView } from './table-view.ts';
import { type Sort, useDataTable } from './use-data-table.ts';

type DataTableProps<Row> = {
  /** What the rows are, in small letters: the name of exported files and of remembered columns. */
  name: string;
  rows: readonly Row[];
  /** Stable between renders. */
  columns: readonly Column<Row>[];
  rowId: (row: Row) => string;
  /** The cluster that a row is in: its links lead there, and where rows are in several its narrow cell says so. */
  clusterOf?: (row: Row) => string | undefined;
  initialSort?: Sort;
  /** Sort, filter and columns, where the page keeps them. */
  view?: TableView;
  /** Further filters, beside the field. `rows` are what they leave. */
  filters?: ReactNode;
  /** How many rows there are before `filters`. */
  totalCount?: number;
  /** What the filter's field looks in. */
  placeholder?: string;
  /** The rows that are shown, in words; how many there are where left out. */
  summary?: (shown: readonly Row[]) => string;
  onRowClick?: (row: Row) => void;
  selectedId?: string;
  /** 32 px as usual, 28 px where rows are many and short. */
  isDense?: boolean;
  /** Cells have two lines on wide screens, too. */
  hasTwoLines?: boolean;
  /** Left out in small places. */
  hasToolbar?: boolean;
  empty?: ReactNode;
  expansion?: Expansion<Row>;
};

/** A table that sorts, filters, hides columns, exports, and draws only the rows in view. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { name, rows, columns, rowId, initialSort, onRowClick, selectedId, isDense = false } = props;
  const { hasToolbar = true, empty, expansion, filters, totalCount = rows.length, placeholder } = props;
  // State, not a ref: the rows must learn of the element once it is there, or their first scroll would be lost.
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const own = useOwnTableView(name, initialSort);
  const { sort, onSort, filter, onFilter, onHideColumns, ...view } = props.view ?? own;
  const isNarrow = useIsNarrow();
  const hiddenColumns = view.hiddenColumns ?? columns.filter((c) => c.isHiddenByDefault).map((c) => c.id);
  const table = useDataTable({ rows, columns, rowId, sort, filter, hiddenColumns });
  const shownColumns = isNarrow
    ? table.shownColumns.filter((column) => column.isWideOnly !== true)
    : table.shownColumns;
  const isGrouped = columns.some(({ id, group }) => id === sort?.column && group !== undefined);
  const isStacked =
    props.hasTwoLines === true ||
    (isNarrow && shownColumns.some((column) => column.narrowCell !== undefined));

  return (
    <div className="flex h-full min-h-0 flex-col">
      {hasToolbar && (
        <TableToolbar
          name={name}
          filter={filter}
          onFilter={onFilter}
          filters={filters}
          columns={columns}
          hiddenColumns={hiddenColumns}
          onHideColumns={onHideColumns}
          rows={table.rows}
          totalCount={totalCount}
          placeholder={placeholder}
          summary={props.summary}
        />
      )}
      {table.rows.length === 0 ? (
        (empty ?? (
          <EmptyState title={filter === '' ? `No ${name}` : `No ${name} match “${filter}”`} isSmall />
        ))
      ) : (
        <div ref={setScroller} className="@container min-h-0 flex-1 overflow-auto">
          <table
            className="w-full table-fixed border-separate border-spacing-0"
            style={{ minWidth: leastWidth(shownColumns) }}
            aria-rowcount={table.rows.length + 1}
          >
            <colgroup>
              {shownColumns.map((column) => (
                <col key={column.id} style={{ width: column.width }} />
              ))}
            </colgroup>
            <TableHead columns={shownColumns} sort={sort} onSort={onSort} />
            <TableRows
              rows={table.rows}
              columns={shownColumns}
              rowId={rowId}
              clusterOf={props.clusterOf}
              isNarrow={isNarrow}
              isGrouped={isGrouped}
              rowHeight={isStacked ? 46 : isDense ? 28 : 32}
              scroller={scroller}
              selectedId={selectedId}
              onRowClick={onRowClick}
              expansion={expansion}
            />
          </table>
        </div>
      )}
    </div>
  );
}

/** What a column without a width of its own keeps. */
const leastColumnWidth = 140;

/** Below this the table scrolls sideways rather than crush its columns. */
function leastWidth<Row>(columns: readonly Column<Row>[]): number {
  return columns.reduce((sum, { width = leastColumnWidth }) => sum + width, 0);
}
