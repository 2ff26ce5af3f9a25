import { Fragment, type ReactNode } from 'react';
import { classNames } from './class-names.ts';

type Row = { key: string; value: ReactNode };

/** Properties, one a line: muted name, then value. Rows without a value are left out. */
export function KeyValueList({ rows, className }: { rows: readonly Row[]; className?: string }) {
  return (
    <dl className={classNames('grid grid-cols-[96px_minmax(0,1fr)] gap-x-3 gap-y-0.5', className)}>
      {rows
        .filter((row) => row.value !== undefined && row.value !== null && row.value !== '')
        .map((row) => (
          <Fragment key={row.key}>
            <dt className="text-ink-muted">{row.key}</dt>
            <dd className="min-w-0 wrap-anywhere">{row.value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}
