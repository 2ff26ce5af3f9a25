'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { classNames } from '../class-names.ts';
import { rowAfterKey } from '../list-keys.ts';
import { InCluster } from '../scope/in-cluster.tsx';
import type { Column } from './column.ts';
import type { Expansion } from './expansion.ts';

type TableRowsProps<Row> = {
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowId: (row: Row) => string;
  clusterOf: ((row: Row) => string | undefined) | undefined;
  rowHeight: number;
  isNarrow: boolean;
  /** What a group shares is said at its first row only. */
  isGrouped: boolean;
  scroller: HTMLDivElement | null;
  selectedId: string | undefined;
  onRowClick: ((row: Row) => void) | undefined;
  expansion: Expansion<Row> | undefined;
};

/** Only the rows in view are in the page; one of them takes the Tab key, arrows move it. */
export function TableRows<Row>(props: TableRowsProps<Row>) {
  const { rows, columns, rowId, rowHeight, isNarrow, scroller, selectedId, onRowClick, expansion } = props;
  const { isGrouped, clusterOf } = props;
  const isClusterSaid = useMemo(
    () => new Set(rows.map((row) => clusterOf?.(row))).size > 1,
    [rows, clusterOf],
  );
  const [activeIndex, setActiveIndex] = useState(0);
  const isOpen = (row: Row | undefined) => row !== undefined && expansion?.openId === rowId(row);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: (index) => rowHeight + (isOpen(rows[index]) ? (expansion?.height ?? 0) : 0),
    // The sticky head covers the top of the scrolled area.
    scrollPaddingStart: 28,
    overscan: 12,
    // Before the first measurement, so that the table is never blank for a frame.
    initialRect: { width: 0, height: 600 },
  });
  const openIndex = expansion === undefined ? -1 : rows.findIndex(isOpen);
  // Heights are kept by index, so they are wrong once another row is open.
  useLayoutEffect(() => {
    if (openIndex >= -1) virtualizer.measure();
  }, [virtualizer, openIndex]);
  // An address that names a row shows it; rows that are opened on the page are in view already.
  const askedFor = useRef(expansion?.openId);
  useLayoutEffect(() => {
    if (scroller === null || openIndex < 0) return;
    if (askedFor.current !== undefined && askedFor.current === expansion?.openId)
      virtualizer.scrollToIndex(openIndex, { align: 'start' });
    askedFor.current = undefined;
  }, [virtualizer, scroller, openIndex, expansion?.openId]);
  const items = virtualizer.getVirtualItems();
  const start = virtualizer.range?.startIndex ?? 0;
  // Once scrolled, the head covers the first row of the range.
  const firstInView = start === 0 ? 0 : start + 1;
  const first = items[0];
  const last = items.at(-1);
  const before = first?.start ?? 0;
  const after = last === undefined ? 0 : virtualizer.getTotalSize() - last.end;

  const handleKeyDown = (event: KeyboardEvent<HTMLTableRowElement>, row: Row, index: number) => {
    if (event.key === 'Enter' && event.target === event.currentTarget) onRowClick?.(row);
    const next = rowAfterKey(event.key, { index, last: rows.length - 1, pageRows: 10 });
    if (next === undefined || event.target !== event.currentTarget) return;
    event.preventDefault();
    setActiveIndex(next);
    virtualizer.scrollToIndex(next, { align: 'auto' });
    const drawn = () => scroller?.querySelector<HTMLElement>(`[data-index="${next}"]`);
    const target = drawn();
    // At once where the row is there, so that the next key meets it however fast it comes; else once it is drawn.
    if (target) target.focus({ preventScroll: true });
    else requestAnimationFrame(() => drawn()?.focus());
  };

  return (
    <tbody>
      {before > 0 && <tr aria-hidden style={{ height: before }} />}
      {items.map((item) => {
        const row = rows[item.index];
        if (row === undefined) return null;
        const isSelected = rowId(row) === selectedId;
        return (
          <InCluster key={rowId(row)} name={clusterOf?.(row)} isSaid={isClusterSaid}>
            <tr
              data-index={item.index}
              aria-rowindex={item.index + 2}
              aria-selected={onRowClick === undefined ? undefined : isSelected}
              aria-expanded={expansion === undefined ? undefined : isOpen(row)}
              tabIndex={item.index === Math.min(activeIndex, rows.length - 1) ? 0 : -1}
              onFocus={() => setActiveIndex(item.index)}
              onClick={onRowClick && ((event) => isOfRow(event) && onRowClick(row))}
              onKeyDown={(event) => handleKeyDown(event, row, item.index)}
              style={{ height: rowHeight }}
              className={classNames(
                'focus-visible:-outline-offset-2',
                onRowClick !== undefined && 'cursor-pointer hover:bg-hover',
                isSelected && 'bg-selected',
              )}
            >
              {columns.map((column) => (
                <td
                  key={column.id}
                  className={classNames(
                    'truncate border-b px-2 first:pl-4 last:pr-4',
                    column.isNumber && 'figure',
                  )}
                >
                  {isGrouped &&
                  !isNarrow &&
                  item.index > firstInView &&
                  isRepeated(column, row, rows[item.index - 1]) ? (
                    <span className="sr-only">{column.group?.(row)}</span>
                  ) : (
                    contentOf(column, row, isNarrow)
                  )}
                </td>
              ))}
            </tr>
            {expansion !== undefined && isOpen(row) && (
              <tr>
                <td colSpan={columns.length} className="border-b bg-canvas p-0 align-top">
                  {/* As wide as what is seen of the table, wherever that is scrolled to. */}
                  <div
                    className="sticky left-0 w-[100cqw] overflow-auto"
                    style={{ height: expansion.height }}
                  >
                    {expansion.content(row)}
                  </div>
                </td>
              </tr>
            )}
          </InCluster>
        );
      })}
      {after > 0 && <tr aria-hidden style={{ height: after }} />}
    </tbody>
  );
}

/** Not a click on a link or a button in the row, nor in what such a button opened elsewhere on the page. */
function isOfRow({ target, currentTarget }: MouseEvent<HTMLTableRowElement>): boolean {
  if (!(target instanceof Element) || !currentTarget.contains(target)) return false;
  return target.closest('a, button, input, label') === null;
}

function isRepeated<Row>({ group }: Column<Row>, row: Row, before: Row | undefined): boolean {
  return group !== undefined && before !== undefined && group(row) === group(before);
}

function contentOf<Row>(column: Column<Row>, row: Row, isNarrow: boolean): ReactNode {
  const cell = (isNarrow ? column.narrowCell : undefined) ?? column.cell;
  return cell === undefined ? String(column.value(row) ?? '–') : cell(row);
}
