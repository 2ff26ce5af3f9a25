'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { formatMs } from '#lib/format-ms.ts';
import { traceWords } from '../trace-words.ts';
import { Ruler } from './ruler.tsx';
import { SpanRow } from './span-row.tsx';
import type { Stretch } from './time-scale.ts';
import type { WaterfallRow } from './waterfall-rows.ts';

type WaterfallProps = {
  rows: readonly WaterfallRow[];
  collapsed: ReadonlySet<string>;
  onCollapse: (key: string, isCollapsed: boolean) => void;
  startMs: number;
  stretch: Stretch;
  colours: ReadonlyMap<string, string>;
  /** Keys of the spans that the search found; the others step back. Undefined while nothing is searched. */
  found: ReadonlySet<string> | undefined;
  selectedKey: string;
  onSelect: (key: string) => void;
  /** Is scrolled into view when it changes. */
  focusKey: string;
};

const rowHeight = 28;
const columns =
  'grid grid-cols-[minmax(0,3fr)_minmax(0,4fr)_84px_68px] max-md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)_60px]';

/** Spans as lines, only those in view in the page. Arrows move, right and left unfold and fold, Enter opens. */
export function Waterfall(props: WaterfallProps) {
  const { rows, collapsed, onCollapse, startMs, stretch, colours, found, selectedKey, onSelect, focusKey } =
    props;
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const [active, setActive] = useState(0);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    scrollPaddingStart: rowHeight,
    overscan: 10,
    initialRect: { width: 0, height: 600 },
  });
  const focusIndex = rows.findIndex(({ key }) => key === focusKey);
  useEffect(() => {
    if (focusIndex === -1 || scroller === null) return;
    setActive(focusIndex);
    virtualizer.scrollToIndex(focusIndex, { align: 'auto' });
  }, [virtualizer, scroller, focusIndex]);

  const moveTo = (index: number) => {
    const next = Math.min(rows.length - 1, Math.max(0, index));
    setActive(next);
    virtualizer.scrollToIndex(next, { align: 'auto' });
    requestAnimationFrame(() => scroller?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus());
  };
  const handleKeyDown = (event: KeyboardEvent, row: WaterfallRow, index: number) => {
    const page = Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / rowHeight) - 2);
    const canFold = row.descendantCount > 0;
    const actions: Record<string, () => void> = {
      ArrowDown: () => moveTo(index + 1),
      ArrowUp: () => moveTo(index - 1),
      PageDown: () => moveTo(index + page),
      PageUp: () => moveTo(index - page),
      Home: () => moveTo(0),
      End: () => moveTo(rows.length - 1),
      ArrowRight: () => canFold && onCollapse(row.key, false),
      ArrowLeft: () => {
        if (canFold && !collapsed.has(row.key)) onCollapse(row.key, true);
        else moveTo(rows.findIndex(({ key }) => key === row.parentKey));
      },
      Enter: () => onSelect(row.key),
    };
    const action = actions[event.key];
    if (action === undefined || event.target !== event.currentTarget) return;
    event.preventDefault();
    action();
  };

  return (
    <div ref={setScroller} className="h-full overflow-y-auto bg-surface">
      <div
        className={classNames(
          columns,
          'sticky top-0 z-10 h-7 items-center border-b bg-surface text-xs font-medium text-ink-muted',
        )}
      >
        <span className="pl-4">{traceWords.serviceOperation}</span>
        <span className="h-full">
          <Ruler stretch={stretch} />
        </span>
        <span className="whitespace-nowrap pr-2 text-right">
          {traceWords.duration} <span className="font-normal max-md:hidden">ms</span>
        </span>
        <span className="whitespace-nowrap pr-4 text-right max-md:hidden">
          {traceWords.self} <span className="font-normal">ms</span>
        </span>
      </div>
      <div
        role="tree"
        aria-label={traceWords.waterfall}
        className="relative"
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const isDim = found !== undefined && !found.has(row.key);
          return (
            <div
              key={row.key}
              role="treeitem"
              data-index={item.index}
              aria-label={labelOf(row)}
              aria-level={row.span.depth + 1}
              aria-expanded={row.descendantCount === 0 ? undefined : !collapsed.has(row.key)}
              aria-selected={row.key === selectedKey}
              tabIndex={item.index === Math.min(active, rows.length - 1) ? 0 : -1}
              onFocus={() => setActive(item.index)}
              onClick={() => onSelect(row.key)}
              onKeyDown={(event) => handleKeyDown(event, row, item.index)}
              style={{ height: rowHeight, transform: `translateY(${item.start}px)` }}
              className={classNames(
                columns,
                'absolute inset-x-0 top-0 cursor-pointer items-center border-b hover:bg-hover focus-visible:-outline-offset-2',
                row.key === selectedKey && 'bg-selected',
                isDim && 'opacity-35',
              )}
            >
              <SpanRow
                row={row}
                startMs={startMs}
                stretch={stretch}
                colour={colours.get(row.span.service) ?? 'var(--idle)'}
                isCollapsed={collapsed.has(row.key)}
                onCollapse={onCollapse}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function labelOf({ span }: WaterfallRow): string {
  const failed = span.isError ? `, ${traceWords.failed}` : '';
  return `${span.service} ${span.operation}, ${formatMs(span.durationMs)}${failed}`;
}
