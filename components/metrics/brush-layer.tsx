'use client';

import { type PointerEvent, useState } from 'react';
import { usePlotArea, useXAxisInverseScale } from 'recharts';
import { words } from './words.ts';

const fewestPixels = 6;

/** Lets a span of time be dragged out of a chart; a plain click is none. Must stand inside a chart. */
export function BrushLayer({ onBrush }: { onBrush: (fromSeconds: number, toSeconds: number) => void }) {
  const area = usePlotArea();
  const timeAt = useXAxisInverseScale();
  const [drag, setDrag] = useState<{ from: number; to: number }>();
  if (area === undefined || timeAt === undefined) return null;

  const placeOf = (event: PointerEvent<SVGRectElement>) =>
    Math.min(area.width, Math.max(0, event.clientX - event.currentTarget.getBoundingClientRect().left));
  const handleDown = (event: PointerEvent<SVGRectElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ from: placeOf(event), to: placeOf(event) });
  };
  const handleUp = () => {
    if (drag !== undefined && Math.abs(drag.to - drag.from) >= fewestPixels) {
      const [from, to] = [drag.from, drag.to].sort((a, b) => a - b).map((x) => Number(timeAt(area.x + x)));
      if (from !== undefined && to !== undefined) onBrush(from, to);
    }
    setDrag(undefined);
  };
  return (
    <g>
      <rect
        {...area}
        fill="transparent"
        className="cursor-crosshair touch-pan-y select-none"
        onPointerDown={handleDown}
        onPointerMove={(event) => drag !== undefined && setDrag({ ...drag, to: placeOf(event) })}
        onPointerUp={handleUp}
        onPointerCancel={() => setDrag(undefined)}
      />
      {drag !== undefined && (
        <rect
          aria-label={words.selection}
          x={area.x + Math.min(drag.from, drag.to)}
          width={Math.abs(drag.to - drag.from)}
          y={area.y}
          height={area.height}
          fill="var(--accent)"
          fillOpacity={0.16}
          stroke="var(--accent)"
          strokeOpacity={0.5}
          pointerEvents="none"
        />
      )}
    </g>
  );
}
