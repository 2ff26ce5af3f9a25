import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

type PlainColumn<Row> = {
  title: string;
  cell: (row: Row) => ReactNode;
  isNumber?: boolean;
  isWideOnly?: boolean;
  /** Shows its whole text, on several lines where it must. */
  isWrapped?: boolean;
};

type PlainTableProps<Row> = {
  label: string;
  columns: readonly PlainColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
};

/** A short table that needs neither sorting nor filters. */
export function PlainTable<Row>({ label, columns, rows, rowId }: PlainTableProps<Row>) {
  const look = ({ isNumber, isWideOnly }: PlainColumn<Row>) =>
    classNames(
      'px-2 first:pl-4 last:pr-4',
      isNumber === true ? 'text-right' : 'text-left',
      isWideOnly === true && 'max-md:hidden',
    );
  return (
    <div className="overflow-x-auto">
      <table aria-label={label} className="w-full">
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.title}
                scope="col"
                className={classNames(
                  'h-7 border-b text-xs font-medium whitespace-nowrap text-ink-muted',
                  look(column),
                )}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowId(row)}>
              {columns.map((column) => (
                <td
                  key={column.title}
                  className={classNames(
                    'h-8 border-b py-1.5 align-top',
                    column.isWrapped !== true && 'whitespace-nowrap',
                    look(column),
                    column.isNumber && 'figure',
                  )}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
