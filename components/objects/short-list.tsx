'use client';

import { type ReactNode, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { words } from './words.ts';

type ShortListProps<Row> = {
  rows: readonly Row[];
  /** How many stand there before the reader asks for all. */
  shown: number;
  rowId: (row: Row) => string;
  children: (row: Row) => ReactNode;
  className?: string;
};

/** The first few of a list, and all of it on demand. */
export function ShortList<Row>({ rows, shown, rowId, children, className }: ShortListProps<Row>) {
  const [isWhole, setIsWhole] = useState(false);
  return (
    <>
      <ul className={classNames('flex flex-col', className)}>
        {(isWhole ? rows : rows.slice(0, shown)).map((row) => (
          <li key={rowId(row)}>{children(row)}</li>
        ))}
      </ul>
      {rows.length > shown && (
        <Button look="quiet" className="h-6 text-xs" onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? words.fewer : words.more(rows.length - shown)}
        </Button>
      )}
    </>
  );
}
