'use client';

import { Columns3, Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatCount } from '#lib/format-count.ts';
import { tableToCsv, tableToJson } from '#lib/table-export.ts';
import { Button } from '../button.tsx';
import { downloadFile } from '../download.ts';
import { Menu, MenuCheckItem, MenuItem } from '../menu.tsx';
import { SearchField } from '../search-field.tsx';
import type { Column } from './column.ts';

type TableToolbarProps<Row> = {
  name: string;
  filter: string;
  onFilter: (filter: string) => void;
  filters: ReactNode;
  columns: readonly Column<Row>[];
  hiddenColumns: readonly string[];
  onHideColumns: (hidden: readonly string[]) => void;
  /** Those that all filters left. */
  rows: readonly Row[];
  totalCount: number;
  placeholder: string | undefined;
  summary: ((shown: readonly Row[]) => string) | undefined;
};

export function TableToolbar<Row>(props: TableToolbarProps<Row>) {
  const { name, filter, onFilter, filters, columns, hiddenColumns, onHideColumns, rows, totalCount } = props;
  const { placeholder, summary } = props;
  const exported = () => {
    const shown = columns.filter((column) => !hiddenColumns.includes(column.id));
    return {
      columns: shown.map((column) => column.title),
      rows: rows.map((row) => shown.map((column) => column.value(row))),
    };
  };
  const handleColumn = (id: string, isShown: boolean) =>
    onHideColumns(isShown ? hiddenColumns.filter((hidden) => hidden !== id) : [...hiddenColumns, id]);
  return (
    <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-2 border-b px-4 py-1.5">
      <SearchField
        label={`Filter ${name}`}
        placeholder={placeholder ?? 'Filter'}
        value={filter}
        onChange={onFilter}
        className={placeholder === undefined ? undefined : 'w-60'}
      />
      {filters}
      <span className="min-w-0 flex-1 truncate text-ink-muted">
        {summary?.(rows) ??
          (rows.length === totalCount
            ? formatCount(totalCount)
            : `${formatCount(rows.length)} of ${formatCount(totalCount)}`)}
      </span>
      <Menu
        align="end"
        trigger={
          <Button aria-label="Columns">
            <Columns3 size={14} aria-hidden /> <span className="hidden md:inline">Columns</span>
          </Button>
        }
      >
        {columns.map((column) => (
          <MenuCheckItem
            key={column.id}
            checked={!hiddenColumns.includes(column.id)}
            // The last column stays, or nothing would be left to look at.
            disabled={!hiddenColumns.includes(column.id) && hiddenColumns.length === columns.length - 1}
            onCheckedChange={(isShown) => handleColumn(column.id, isShown)}
          >
            {column.title}
          </MenuCheckItem>
        ))}
      </Menu>
      <Menu
        align="end"
        trigger={
          <Button aria-label="Export">
            <Download size={14} aria-hidden /> <span className="hidden md:inline">Export</span>
          </Button>
        }
      >
        <MenuItem
          onSelect={() =>
            downloadFile({ name: `${name}.csv`, content: tableToCsv(exported()), type: 'text/csv' })
          }
        >
          CSV
        </MenuItem>
        <MenuItem
          onSelect={() =>
            downloadFile({ name: `${name}.json`, content: tableToJson(exported()), type: 'application/json' })
          }
        >
          JSON
        </MenuItem>
      </Menu>
    </div>
  );
}
