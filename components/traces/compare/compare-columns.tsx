import { Chip } from '#components/ui/chip.tsx';
import type { Column } from '#components/ui/data-table/column.ts';
import { formatCount } from '#lib/format-count.ts';
import { formatMsFigure } from '#lib/format-ms.ts';
import { notKnown } from '#lib/format-number.ts';
import type { ComparedRow } from './compare-traces.ts';
import { compareWords } from './compare-words.ts';

const sides = [
  { id: 'a', name: 'A' },
  { id: 'b', name: 'B' },
] as const;

/** Columns of the operations of two traces side by side. */
export const compareColumns: readonly Column<ComparedRow>[] = [
  {
    id: 'service',
    title: compareWords.service,
    width: 200,
    value: ({ service }) => service,
    cell: ({ service }) => <span className="font-medium">{service}</span>,
  },
  {
    id: 'operation',
    title: compareWords.operation,
    width: 300,
    value: ({ operation }) => operation,
    cell: ({ operation }) => (
      <span className="mono block truncate" title={operation}>
        {operation}
      </span>
    ),
  },
  {
    id: 'structure',
    title: compareWords.structure,
    width: 120,
    value: structureOf,
    cell: (row) => {
      const text = structureOf(row);
      if (text === compareWords.same) return <span className="text-ink-muted">{text}</span>;
      return <Chip tone={text === compareWords.countDiffers ? 'info' : 'warn'}>{text}</Chip>;
    },
  },
  ...sides.map(
    ({ id, name }): Column<ComparedRow> => ({
      id: `count${name}`,
      title: compareWords.countOf(name),
      width: 76,
      isNumber: true,
      value: (row) => row[id]?.count,
      cell: (row) => formatCount(row[id]?.count),
    }),
  ),
  ...sides.map(
    ({ id, name }): Column<ComparedRow> => ({
      id: `total${name}`,
      title: compareWords.totalOf(name),
      unit: 'ms',
      width: 96,
      isNumber: true,
      value: (row) => row[id]?.totalMs,
      cell: (row) => formatMsFigure(row[id]?.totalMs),
    }),
  ),
  {
    id: 'difference',
    title: compareWords.difference,
    unit: 'ms',
    width: 96,
    isNumber: true,
    value: ({ differenceMs }) => Math.abs(differenceMs),
    cell: ({ differenceMs, a, b }) => (
      <span className={a !== undefined && b !== undefined && differenceMs > 0 ? 'text-warn' : ''}>
        {signedMs(differenceMs)}
      </span>
    ),
  },
  ...sides.map(
    ({ id, name }): Column<ComparedRow> => ({
      id: `errors${name}`,
      title: compareWords.errorsOf(name),
      width: 76,
      isNumber: true,
      value: (row) => row[id]?.errorCount,
      cell: (row) => {
        const count = row[id]?.errorCount;
        return count === undefined ? notKnown : <span className={count > 0 ? 'text-fail' : ''}>{count}</span>;
      },
    }),
  ),
];

function structureOf({ a, b }: ComparedRow): string {
  if (a === undefined) return compareWords.onlyB;
  if (b === undefined) return compareWords.onlyA;
  return a.count === b.count ? compareWords.same : compareWords.countDiffers;
}

function signedMs(milliseconds: number): string {
  const sign = milliseconds > 0 ? '+' : milliseconds < 0 ? '−' : '';
  return `${sign}${formatMsFigure(Math.abs(milliseconds))}`;
}
