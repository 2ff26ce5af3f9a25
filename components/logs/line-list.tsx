'use client';

import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { rowAfterKey } from '#components/ui/list-keys.ts';
import type { LogLine } from '#lib/contract/logs.ts';
import type { TimeZoneChoice } from '#lib/format-time.ts';
import type { ContainerMark } from './container-marks.ts';
import { gridRoles } from './grid-roles.ts';
import type { Finder } from './highlight-ranges.ts';
import { lineLayout } from './line-layout.ts';
import { LineRow } from './line-row.tsx';
import { ListHead } from './list-head.tsx';
import type { LogsState } from './logs-state.ts';
import { useStickToEnd } from './use-stick-to-end.ts';
import { useWidth } from './use-width.ts';
import { words } from './words.ts';

export type LineListHandle = { toEnd: () => void };

type LineListProps = {
  lines: readonly LogLine[];
  marks: ReadonlyMap<string, ContainerMark>;
  look: Pick<LogsState, 'times' | 'wrap' | 'raw'>;
  hiddenColumns: readonly string[];
  zone: TimeZoneChoice;
  find: Finder;
  openId: string;
  onOpen: (id: string) => void;
  onAtEnd: (isAtEnd: boolean) => void;
  handle: RefObject<LineListHandle | null>;
};

/** Lines in their order, of which only those in view are in the page. Opens at the newest and stays there while there. */
export function LineList(props: LineListProps) {
  const { lines, marks, look, hiddenColumns, zone, find, openId, onOpen, onAtEnd, handle } = props;
  // State, not a ref: the virtualizer must learn of the element once it is there.
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const width = useWidth(scroller);
  const [activeId, setActiveId] = useState<string>();
  const longestLabel = Math.max(4, ...[...marks.values()].map(({ label }) => label.length));
  const layout = lineLayout({ width, longestLabel, hasTimes: look.times, hiddenColumns });
  const hasColumns = !look.raw && lines.some(({ access }) => access !== undefined);
  const activeIndex = lines.findLastIndex(({ id }) => id === activeId);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller,
    estimateSize: () => (layout.isNarrow ? 46 : 24),
    getItemKey: (index) => lines[index]?.id ?? index,
    overscan: 16,
    // The row with the focus stays in the page, or the keyboard would lose its place.
    rangeExtractor: (range) => {
      const inView = defaultRangeExtractor(range);
      return activeIndex === -1 || inView.includes(activeIndex)
        ? inView
        : [...inView, activeIndex].sort((a, b) => a - b);
    },
    initialRect: { width: 0, height: 800 },
  });
  const items = virtualizer.getVirtualItems();
  useStickToEnd({ scroller, handle, onAtEnd, size: virtualizer.getTotalSize(), width });

  const tabIndexAt = activeIndex === -1 ? (items.at(-1)?.index ?? 0) : activeIndex;
  const handleKeyDown = (event: KeyboardEvent<HTMLDivElement>, index: number) => {
    if (event.target !== event.currentTarget) return;
    const line = lines[index];
    if ((event.key === 'Enter' || event.key === ' ') && line !== undefined) {
      event.preventDefault();
      return onOpen(line.id);
    }
    if (event.key === 'Escape' && openId !== '') return onOpen('');
    const next = rowAfterKey(event.key, { index, last: lines.length - 1, pageRows: 20 });
    if (next === undefined) return;
    event.preventDefault();
    setActiveId(lines[next]?.id);
    virtualizer.scrollToIndex(next, { align: 'auto' });
    if (openId !== '') onOpen(lines[next]?.id ?? '');
    // The row may have to be drawn before it can take the focus.
    requestAnimationFrame(() => scroller?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus());
  };
  const handlersOf = (id: string, index: number) => ({
    onFocus: () => setActiveId(id),
    onClick: () => onOpen(id === openId ? '' : id),
    onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => handleKeyDown(event, index),
  });

  return (
    <div {...gridRoles.grid(words.lines, lines.length)} className="flex min-h-0 flex-1 flex-col">
      {!layout.isNarrow && (
        <ListHead layout={layout} width={width} hasTimes={look.times} hasColumns={hasColumns} />
      )}
      <div
        ref={setScroller}
        className="min-h-0 flex-1 overflow-x-hidden overflow-y-scroll [overflow-anchor:none]"
      >
        <div {...gridRoles.rows} className="relative w-full" style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const line = lines[item.index];
            if (line === undefined) return null;
            const isOpen = line.id === openId;
            return (
              <div
                key={item.key}
                ref={virtualizer.measureElement}
                {...gridRoles.row(item.index, isOpen)}
                data-index={item.index}
                tabIndex={item.index === tabIndexAt ? 0 : -1}
                {...handlersOf(line.id, item.index)}
                style={{ transform: `translateY(${item.start}px)` }}
                className={classNames(
                  'absolute inset-x-0 top-0 flex cursor-pointer border-b border-border/60 focus-visible:-outline-offset-2',
                  isOpen ? 'bg-selected' : 'hover:bg-hover',
                )}
              >
                <LineRow
                  line={line}
                  mark={marks.get(`${line.pod}/${line.container}`)}
                  look={look}
                  layout={layout}
                  zone={zone}
                  find={find}
                />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
