'use client';

import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { useStored } from '#components/ui/use-stored.ts';
import { storedEntries } from '#lib/browser-storage.ts';
import { panelWords } from './panel-words.ts';

const width = { smallest: 300, usual: 380, largest: 720, step: 20 };

/** The side panel's frame: a column with a handle on a wide screen, a sheet below the graph on a narrow one. */
export function PanelFrame({ children }: { children: ReactNode }) {
  const [stored, store] = useStored(storedEntries.sidePanelWidth);
  const [dragged, setDragged] = useState<number>();
  const start = useRef<{ x: number; width: number }>(undefined);
  const current = dragged ?? stored ?? width.usual;

  const handlePointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width: current };
  };
  const handlePointerMove = (event: PointerEvent<HTMLElement>) => {
    if (start.current !== undefined)
      setDragged(within(start.current.width + start.current.x - event.clientX));
  };
  const handlePointerUp = () => {
    if (dragged !== undefined) store(dragged);
    start.current = undefined;
    setDragged(undefined);
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: width.step, ArrowRight: -width.step }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    store(within(current + step));
  };

  return (
    <aside
      aria-label={panelWords.label}
      className="relative flex min-h-0 flex-col border-l bg-surface max-md:w-full! max-md:rounded-t-xl max-md:border-t max-md:border-l-0 md:shrink-0"
      style={{ width: current }}
    >
      <div
        role="slider"
        aria-label={panelWords.resize}
        aria-orientation="vertical"
        aria-valuenow={current}
        aria-valuemin={width.smallest}
        aria-valuemax={width.largest}
        tabIndex={0}
        onPointerDown={handlePointerDown}
        onPointerMove={handlePointerMove}
        onPointerUp={handlePointerUp}
        onPointerCancel={handlePointerUp}
        onKeyDown={handleKeyDown}
        className="absolute inset-y-0 -left-1 z-10 w-2 cursor-col-resize touch-none hover:bg-pressed max-md:hidden"
      />
      <div aria-hidden className="mx-auto mt-2 h-1 w-9 shrink-0 rounded-full bg-border-strong md:hidden" />
      <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
    </aside>
  );
}

function within(pixels: number): number {
  return Math.min(width.largest, Math.max(width.smallest, pixels));
}
