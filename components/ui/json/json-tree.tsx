'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { classNames } from '../class-names.ts';
import { NodeContent, PageContent } from './json-tree-row.tsx';
import { treeMove } from './tree-keys.ts';
import type { TreeRow } from './tree-rows.ts';
import { words } from './words.ts';

const rowHeight = 24;

type JsonTreeProps = {
  rows: readonly TreeRow[];
  selected: string;
  /** Scrolled to when it comes into the tree. */
  revealed: string | undefined;
  highlight: readonly string[];
  onSelect: (path: string) => void;
  onOpen: (path: string) => void;
  onClose: (path: string) => void;
  onMore: (path: string, page: number) => void;
};

/** A document as a tree of the rows in view; one of them takes the Tab key, arrows move it, open and close. */
export function JsonTree(props: JsonTreeProps) {
  const { rows, selected, revealed, highlight, onSelect, onOpen, onClose, onMore } = props;
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const [active, setActive] = useState<string>();
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
    initialRect: { width: 0, height: 600 },
  });
  const indexOf = (id: string | undefined) => rows.findIndex((row) => row.id === id);
  const revealedIndex = revealed === undefined ? -1 : indexOf(revealed);
  const scrolledTo = useRef<string>(undefined);
  // Once, when it has come: not again whenever something above it opens.
  useEffect(() => {
    if (revealedIndex < 0 || scrolledTo.current === revealed) return;
    scrolledTo.current = revealed;
    virtualizer.scrollToIndex(revealedIndex, { align: 'center' });
  }, [revealed, revealedIndex, virtualizer]);
  const activeIndex = Math.max(0, indexOf(active ?? selected));

  const goTo = (index: number) => {
    setActive(rows[index]?.id);
    virtualizer.scrollToIndex(index, { align: 'auto' });
    // The row may have to be drawn before it can take the focus.
    requestAnimationFrame(() => scroller?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus());
  };
  const handleChoose = (row: TreeRow) => {
    setActive(row.id);
    if (row.kind === 'page') return onMore(row.path, row.page);
    onSelect(row.node.path);
    if (row.isOpen !== undefined) (row.isOpen ? onClose : onOpen)(row.node.path);
  };
  const handleKeyDown = (event: KeyboardEvent, row: TreeRow, index: number) => {
    const move = treeMove(event.key, rows, index);
    if (event.key === 'Enter' || event.key === ' ') handleChoose(row);
    else if (move === undefined) return;
    else if ('to' in move) goTo(move.to);
    else if ('open' in move) onOpen(move.open);
    else onClose(move.close);
    event.preventDefault();
  };

  const items = virtualizer.getVirtualItems();
  return (
    <div ref={setScroller} className="min-h-0 flex-1 overflow-auto">
      <div
        role="tree"
        aria-label={words.tree}
        className="mono relative min-w-96"
        style={{ height: virtualizer.getTotalSize() }}
      >
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const isNode = row.kind === 'node';
          const isSelected = isNode && row.id === selected;
          return (
            <div
              key={row.id}
              role="treeitem"
              data-index={item.index}
              aria-level={row.depth + 1}
              aria-expanded={isNode ? row.isOpen : undefined}
              aria-selected={isSelected}
              aria-posinset={isNode ? row.place + 1 : undefined}
              aria-setsize={isNode ? row.placeCount : undefined}
              tabIndex={item.index === activeIndex ? 0 : -1}
              onFocus={() => setActive(row.id)}
              onClick={() => handleChoose(row)}
              onKeyDown={(event) => handleKeyDown(event, row, item.index)}
              style={{ top: item.start, height: rowHeight, paddingLeft: 12 + row.depth * 16 }}
              className={classNames(
                'absolute inset-x-0 flex cursor-pointer items-center gap-1.5 pr-4 hover:bg-hover focus-visible:-outline-offset-2',
                isSelected && 'bg-selected',
              )}
            >
              {isNode ? <NodeContent row={row} highlight={highlight} /> : <PageContent row={row} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}
