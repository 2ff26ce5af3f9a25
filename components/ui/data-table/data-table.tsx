'use client';

import type { RowData } from '@tanstack/react-table';
import { type ReactNode, useState } from 'react';
import { storedEntries } from '#lib/browser-storage.ts';
import { EmptyState } from '../empty-state.tsx';
import { useStored } from '../use-stored.ts';
import type { Column } from './column.ts';
import type { Expansion } from './expansion.ts';
import { TableHead } from './table-head.tsx';
import { TableRows } from './table-rows.tsx';
import { TableToolbar } from './table-toolbar.tsx';
import { type Sort, useDataTable } from './use-data-table.ts';

type DataTableProps<Row> = {
  /** What the rows are, in small letters: the name of exported files and of remembered columns. */
  name: string;
  rows: readonly Row[];
  /** Stable between renders. */
  columns: readonly Column<Row>[];
  rowId: (row: Row) => string;
  initialSort?: Sort;
  onRowClick?: (row: Row) => void;
  selectedId?: string;
  /** 32 px as usual, 28 px where rows are many and short. */
  isDense?: boolean;
  /** Left out in small places. */
  hasToolbar?: boolean;
  empty?: ReactNode;
  expansion?: Expansion<Row>;
};

/** A table that sorts, filters, hides columns, exports, and draws only the rows in view. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { name, rows, columns, rowId, initialSort, onRowClick, selectedId, isDense = false } = props;
  const { hasToolbar = true, empty, expansion } = props;
  // State, not a ref: the rows must learn of the element once it is there, or their first scroll would be lost.
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const [sort, setSort] = useState(initialSort);
  const [filter, setFilter] = useState('');
  const [remembered, remember] = useStored(storedEntries.hiddenColumns);
  const hiddenColumns = remembered?.[name] ?? columns.filter((c) => c.isHiddenByDefault).map((c) => c.id);
  const table = useDataTable({ rows, columns, rowId, sort, filter, hiddenColumns });

  return (
    <div className="flex h-full min-h-0 flex-col">
      {hasToolbar && (
        <TableToolbar
          name={name}
          filter={filter}
          onFilter={setFilter}
          columns={columns}
          hiddenColumns={hiddenColumns}
          onHideColumns={(hidden) => remember({ ...remembered, [name]: hidden })}
          rows={table.rows}
          totalCount={rows.length}
        />
      )}
      {table.rows.length === 0 ? (
        (empty ?? (
          <EmptyState title={filter === '' ? `No ${name}` : `No ${name} match “${filter}”`} isSmall />
        ))
      ) : (
        <div ref={setScroller} className="min-h-0 flex-1 overflow-auto">
          <table
            className="w-full table-fixed border-separate border-spacing-0"
            aria-rowcount={table.rows.length + 1}
          >
            <colgroup>
              {table.shownColumns.map((column) => (
                <col key={column.id} style={{ width: column.width }} />
              ))}
            </colgroup>
            <TableHead columns={table.shownColumns} sort={sort} onSort={setSort} />
            <TableRows
              rows={table.rows}
              columns={table.shownColumns}
              rowId={rowId}
              rowHeight={isDense ? 28 : 32}
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
