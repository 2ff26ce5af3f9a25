'use client';

import { type PointerEvent, type ReactNode, useRef, useState } from 'react';

type PlotBrushProps = {
  /** Pixels beside the plot's area. */
  margins: { left: number; right: number };
  /** Told of both ends as pixels of the page, and of the area's edges. */
  onBrush: (brushed: { from: number; to: number; left: number; right: number }) => void;
  children: ReactNode;
};

/** Nearer than this it was a click. */
const leastPixels = 6;

/** Marks a stretch of a drawing by dragging over it. */
export function PlotBrush({ margins, onBrush, children }: PlotBrushProps) {
  const start = useRef<number>(undefined);
  const [marked, setMarked] = useState<{ from: number; to: number }>();
  const edgesOf = (element: HTMLElement) => {
    const box = element.getBoundingClientRect();
    return { left: box.left + margins.left, right: box.right - margins.right };
  };

  const handlePointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button === 0 && event.pointerType !== 'touch') start.current = event.clientX;
  };
  const handlePointerMove = (event: PointerEvent<HTMLElement>) => {
    if (start.current === undefined) return;
    if (marked === undefined && Math.abs(event.clientX - start.current) < leastPixels) return;
    // Not before it is a drag: a captured pointer would take the click from the dots.
    event.currentTarget.setPointerCapture(event.pointerId);
    const { left, right } = edgesOf(event.currentTarget);
    const within = (x: number) => Math.min(right, Math.max(left, x));
    setMarked({ from: within(start.current), to: within(event.clientX) });
  };
  const handlePointerUp = (event: PointerEvent<HTMLElement>) => {
    if (marked !== undefined) onBrush({ ...marked, ...edgesOf(event.currentTarget) });
    handleCancel();
  };
  const handleCancel = () => {
    start.current = undefined;
    setMarked(undefined);
  };

  const frame = useRef<HTMLDivElement>(null);
  const originX = frame.current?.getBoundingClientRect().left ?? 0;
  return (
    <div
      ref={frame}
      className="relative h-full touch-pan-y select-none"
      onPointerDown={handlePointerDown}
      onPointerMove={handlePointerMove}
      onPointerUp={handlePointerUp}
      onPointerCancel={handleCancel}
    >
      {children}
      {marked !== undefined && (
        <div
          aria-hidden
          className="pointer-events-none absolute inset-y-0 border-x border-accent bg-pressed opacity-50"
          style={{
            left: Math.min(marked.from, marked.to) - originX,
            width: Math.abs(marked.to - marked.from),
          }}
        />
      )}
    </div>
  );
}
