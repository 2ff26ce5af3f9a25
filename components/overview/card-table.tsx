import type { ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';

type Head = {
  title: string;
  unit?: string;
  isNumber?: boolean;
  /** Pixels; the others share what is left. */
  width?: number;
  /** Not on narrow screens. */
  isWideOnly?: boolean;
};

const edges = 'px-2 first:pl-3 last:pr-3';

/** The plain table of a card: few rows, no sorting, edge to edge. */
export function CardTable({
  label,
  heads,
  children,
}: {
  label: string;
  heads: readonly Head[];
  children: ReactNode;
}) {
  return (
    <table aria-label={label} className="w-full table-fixed">
      <thead>
        <tr>
          {heads.map((head, index) => (
            <th
              key={head.title}
              scope="col"
              style={{ width: head.width }}
              className={classNames(
                'h-[26px] truncate border-b text-xs font-medium text-ink-muted',
                edges,
                head.isNumber ? 'text-right' : 'text-left',
                head.isWideOnly && 'max-lg:hidden',
                heads.slice(index + 1).every(({ isWideOnly }) => isWideOnly) && 'max-lg:pr-3',
              )}
            >
              {head.title} {head.unit !== undefined && <span className="font-normal">{head.unit}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="[&>tr:last-child>td]:border-b-0">{children}</tbody>
    </table>
  );
}

type CellProps = {
  children: ReactNode;
  isNumber?: boolean;
  isWideOnly?: boolean;
  /** Long text takes a second line before it is cut. */
  wraps?: boolean;
  className?: string;
  title?: string;
};

export function Cell(props: CellProps) {
  const { children, isNumber = false, isWideOnly = false, wraps = false, className, title } = props;
  return (
    <td
      title={title}
      className={classNames(
        'h-8 border-b text-sm',
        wraps ? 'py-1 leading-4' : 'truncate',
        edges,
        isNumber && 'figure',
        isWideOnly && 'max-lg:hidden',
        className,
      )}
    >
      {wraps ? <span className="line-clamp-2">{children}</span> : children}
    </td>
  );
}
