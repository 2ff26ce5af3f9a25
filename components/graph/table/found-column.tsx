import { Search } from 'lucide-react';
import type { Column } from '#components/ui/data-table/column.ts';
import { tableWords } from '../words.ts';

/** A column that marks what the find field matches, while it looks for something. */
export function foundColumn<Row>(found: ReadonlySet<string>, rowId: (row: Row) => string): Column<Row>[] {
  if (found.size === 0) return [];
  return [
    {
      id: 'found',
      title: tableWords.found,
      width: 72,
      isNumber: true,
      value: (row) => (found.has(rowId(row)) ? 1 : 0),
      cell: (row) =>
        found.has(rowId(row)) && (
          <Search size={14} aria-label={tableWords.found} className="inline text-accent" />
        ),
    },
  ];
}
