'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react';
import { classNames } from '../class-names.ts';
import { NodeContent, PageContent } from './json-tree-row.tsx';
import { treeMove } from './tree-keys.ts';
import type { TreeRow } from './tree-rows.ts';
import { words } from './words.ts';

const rowHeight = 24;
const activeLook =
  'group-focus-visible:outline-2 group-focus-visible:-outline-offset-2 group-focus-visible:outline-accent';

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

/**
 * A document as a tree of the rows in view. The tree itself has the focus and says which row is meant: a row that scrolls
 * out of the page would take the focus with it.
 */
export function JsonTree(props: JsonTreeProps) {
  const { rows, selected, revealed, highlight, onSelect, onOpen, onClose, onMore } = props;
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const [active, setActive] = useState<{ id: string; index: number }>();
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
    initialRect: { width: 0, height: 600 },
  });
  const revealedIndex = rows.findIndex(({ id }) => id === revealed);
  const scrolledTo = useRef<string>(undefined);
  // Once, when it has come: not again whenever something above it opens.
  useEffect(() => {
    if (revealedIndex < 0 || scrolledTo.current === revealed) return;
    scrolledTo.current = revealed;
    virtualizer.scrollToIndex(revealedIndex, { align: 'center' });
  }, [revealed, revealedIndex, virtualizer]);
  const tree = useRef<HTMLDivElement>(null);
  const treeId = useId();
  const rowId = (index: number) => `${treeId}${index}`;
  const activeIndex = indexOfActive(rows, active ?? { id: selected, index: 0 });
  const activate = (index: number) => setActive({ id: rows[index]?.id ?? '', index });

  const goTo = (index: number) => {
    activate(index);
    virtualizer.scrollToIndex(index, { align: 'auto' });
  };
  const choose = (row: TreeRow) => {
    activate(rows.indexOf(row));
    if (row.kind === 'page') return onMore(row.path, row.page);
    onSelect(row.node.path);
    if (row.isOpen !== undefined) (row.isOpen ? onClose : onOpen)(row.node.path);
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    const row = rows[activeIndex];
    const move = treeMove(event.key, rows, activeIndex);
    if (row !== undefined && (event.key === 'Enter' || event.key === ' ')) choose(row);
    else if (move === undefined) return;
    else if ('to' in move) goTo(move.to);
    else if ('open' in move) onOpen(move.open);
    else onClose(move.close);
    event.preventDefault();
  };
  const handleClick = ({ target }: MouseEvent) => {
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
    const row = rows[Number(element?.dataset.index)];
    if (row !== undefined) choose(row);
    tree.current?.focus();
  };

  const items = virtualizer.getVirtualItems();
  return (
    <div ref={setScroller} className="min-h-0 flex-1 overflow-auto">
      <div
        ref={tree}
        role="tree"
        aria-label={words.tree}
        aria-activedescendant={rowId(activeIndex)}
        tabIndex={0}
        onKeyDown={handleKeyDown}
        onClick={handleClick}
        className="group mono relative min-w-96 outline-none"
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
              id={rowId(item.index)}
              role="treeitem"
              data-index={item.index}
              aria-level={row.depth + 1}
              aria-expanded={isNode ? row.isOpen : undefined}
              aria-selected={isSelected}
              aria-posinset={isNode ? row.place + 1 : undefined}
              aria-setsize={isNode ? row.placeCount : undefined}
              tabIndex={-1}
              style={{ top: item.start, height: rowHeight, paddingLeft: 12 + row.depth * 16 }}
              className={classNames(
                'absolute inset-x-0 flex cursor-pointer items-center gap-1.5 pr-4 hover:bg-hover',
                item.index === activeIndex && activeLook,
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

/** A run of entries that has come makes way for the first of them. */
function indexOfActive(rows: readonly TreeRow[], active: { id: string; index: number }): number {
  const index = rows.findIndex(({ id }) => id === active.id);
  return index >= 0 ? index : Math.max(0, Math.min(active.index, rows.length - 1));
}
