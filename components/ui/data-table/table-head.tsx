import { ArrowDown, ArrowUp } from 'lucide-react';
import { classNames } from '../class-names.ts';
import type { Column } from './column.ts';
import type { Sort } from './use-data-table.ts';

type TableHeadProps<Row> = {
  columns: readonly Column<Row>[];
  sort: Sort | undefined;
  onSort: (sort: Sort) => void;
};

export function TableHead<Row>({ columns, sort, onSort }: TableHeadProps<Row>) {
  const handleSort = (column: Column<Row>) => {
    const isSame = sort?.column === column.id;
    // The interesting end first: large numbers, the start of the alphabet.
    onSort({ column: column.id, isDescending: isSame ? !sort.isDescending : column.isNumber === true });
  };
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map((column) => {
          const direction =
            sort?.column === column.id ? (sort.isDescending ? 'descending' : 'ascending') : undefined;
          const Arrow = direction === 'descending' ? ArrowDown : ArrowUp;
          return (
            <th
              key={column.id}
              scope="col"
              aria-sort={direction ?? 'none'}
              className={classNames(
                'sticky top-0 z-10 h-7 border-b bg-surface px-2 text-xs font-medium text-ink-muted first:pl-4 last:pr-4',
                column.isNumber ? 'text-right' : 'text-left',
              )}
            >
              <button
                type="button"
                onClick={() => handleSort(column)}
                className="inline-flex max-w-full items-center gap-1 whitespace-nowrap hover:text-ink"
              >
                {column.title}
                {column.unit !== undefined && <span className="font-normal">{column.unit}</span>}
                {direction !== undefined && <Arrow size={12} aria-hidden />}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
