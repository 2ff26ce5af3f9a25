'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useMemo, useState } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { rowAfterKey } from '#components/ui/list-keys.ts';
import type { ManifestPlace } from '#lib/contract/object-manifest.ts';
import { type ManifestLine, unfoldedLines } from '#lib/manifest/manifest-lines.ts';
import { words } from '../words.ts';
import { gridRoles } from './grid-roles.ts';
import { LineRow } from './line-row.tsx';

const lineHeight = 20;

type ManifestGridProps = {
  lines: readonly ManifestLine[];
  /** Highlighted, and scrolled to when it changes. */
  place: ManifestPlace | undefined;
  /** Lightly highlighted: what the reader points at elsewhere. */
  pointedAt: ManifestPlace | undefined;
  search: string;
  /** A line of the search's hits, scrolled to when it changes. */
  foundLine: number | undefined;
  folded: ReadonlySet<string>;
  onFold: (path: string, isFolded: boolean) => void;
  onLink: (path: string) => void;
};

/** The lines of a manifest, of which only those in view are in the page. */
export function ManifestGrid(props: ManifestGridProps) {
  const { lines, place, pointedAt, search, foundLine, folded, onFold, onLink } = props;
  // State, not a ref: the virtualizer must learn of the element once it is there.
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const [activeNumber, setActiveNumber] = useState<number>();
  const id = useId();
  const shown = useMemo(() => unfoldedLines(lines, folded), [lines, folded]);
  const longest = useMemo(() => Math.max(0, ...lines.map(({ text }) => text.length)), [lines]);
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller,
    estimateSize: () => lineHeight,
    overscan: 20,
    initialRect: { width: 0, height: 600 },
  });
  const indexOf = (number: number) => shown.findLastIndex((line) => line.number <= number);
  // An event of the effects: folding moves lines, and must not throw the reader back to the place.
  const showLine = useEffectEvent((number: number | undefined) => {
    if (scroller === null || number === undefined) return;
    const index = indexOf(number);
    const top = index * lineHeight;
    const isInView =
      top >= scroller.scrollTop && top + lineHeight <= scroller.scrollTop + scroller.clientHeight;
    if (!isInView) virtualizer.scrollToIndex(index, { align: 'center' });
  });
  const placeLine = place?.from;
  useEffect(() => showLine(foundLine), [foundLine]);
  useEffect(() => {
    if (scroller !== null) showLine(placeLine);
  }, [scroller, placeLine]);

  const handleKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return;
    const index = activeNumber === undefined ? indexOf(place?.from ?? 1) : indexOf(activeNumber);
    const line = shown[index];
    if (event.key === 'Enter' && line?.place !== undefined) return onLink(line.place.path);
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      if (line?.fold === undefined) return;
      event.preventDefault();
      return onFold(line.fold.path, event.key === 'ArrowLeft');
    }
    const next = rowAfterKey(event.key, { index, last: shown.length - 1, pageRows: 20 });
    if (next === undefined) return;
    event.preventDefault();
    setActiveNumber(shown[next]?.number);
    virtualizer.scrollToIndex(next, { align: 'auto' });
  };
  const handlers = { onKeyDown: handleKeyDown };
  const isWithin = (number: number, of: ManifestPlace | undefined) =>
    of !== undefined && number >= of.from && number <= of.to;

  return (
    <div
      ref={setScroller}
      {...gridRoles.grid({
        label: words.manifest,
        lineCount: lines.length,
        activeId: activeNumber === undefined ? undefined : `${id}-${activeNumber}`,
      })}
      {...handlers}
      className="mono group min-h-0 flex-1 overflow-auto bg-surface text-xs leading-5 focus-visible:-outline-offset-2"
    >
      <div
        {...gridRoles.rows}
        className="relative"
        style={{ height: virtualizer.getTotalSize(), width: `max(100%, ${longest + 12}ch)` }}
      >
        {virtualizer.getVirtualItems().map((item) => {
          const line = shown[item.index];
          if (line === undefined) return null;
          const isSelected = isWithin(line.number, place);
          return (
            <div
              key={line.number}
              {...gridRoles.row({ id: `${id}-${line.number}`, number: line.number, isSelected })}
              data-line={line.number}
              style={{ transform: `translateY(${item.start}px)`, height: lineHeight }}
              className={classNames(
                'absolute inset-x-0 top-0 flex border-l-2',
                isSelected ? 'border-accent bg-selected' : 'border-transparent',
                !isSelected && isWithin(line.number, pointedAt) && 'bg-hover',
                line.number === foundLine && 'bg-hover',
                line.number === activeNumber &&
                  'group-focus-visible:outline group-focus-visible:-outline-offset-1',
              )}
            >
              <LineRow
                line={line}
                search={search}
                isFolded={line.fold !== undefined && folded.has(line.fold.path)}
                onFold={() => line.fold && onFold(line.fold.path, !folded.has(line.fold.path))}
                onLink={() => line.place && onLink(line.place.path)}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}
