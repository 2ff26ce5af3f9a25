'use client';

import { useMemo } from 'react';
import { PlotBrush } from '../plot-brush.tsx';
import { traceWords } from '../trace-words.ts';
import { minimapBars } from './minimap-bars.ts';
import { barOf, printZoom, type Stretch } from './time-scale.ts';
import type { WaterfallRow } from './waterfall-rows.ts';

type MinimapProps = {
  rows: readonly WaterfallRow[];
  startMs: number;
  durationMs: number;
  zoom: Stretch | undefined;
  colours: ReadonlyMap<string, string>;
  onZoom: (zoom: string) => void;
};

const lineCount = 28;
const failColour = 'var(--mark-fail)';
const noMargins = { left: 0, right: 0 };

/** The whole trace in small; dragging over it chooses the part that the waterfall draws. */
export function Minimap({ rows, startMs, durationMs, zoom, colours, onZoom }: MinimapProps) {
  const bars = useMemo(() => minimapBars(rows, { startMs, lineCount }), [rows, startMs]);
  const whole = { fromMs: 0, toMs: durationMs };
  const window = zoom === undefined ? undefined : barOf(zoom, whole);
  const lineHeight = 100 / Math.max(bars.length, 8);
  return (
    <div title={traceWords.minimapHint} className="h-14 cursor-crosshair border-b bg-sunken px-4 py-1">
      <PlotBrush
        margins={noMargins}
        onBrush={({ from, to, left, right }) => {
          const msAt = (x: number) => ((x - left) / Math.max(1, right - left)) * durationMs;
          onZoom(printZoom({ fromMs: msAt(from), toMs: msAt(to) }, durationMs));
        }}
      >
        <svg role="img" aria-label={traceWords.minimap} className="h-full w-full">
          {bars.flatMap(({ line, service, failed, ...bar }) =>
            [
              { ...bar, fill: colours.get(service) },
              ...failed.map((part) => ({ ...part, fill: failColour })),
            ].map(({ fill, ...part }) => {
              const drawn = barOf(part, whole);
              return (
                drawn !== undefined && (
                  <rect
                    key={`${line} ${fill} ${part.fromMs}`}
                    x={`${drawn.left}%`}
                    width={`${Math.max(drawn.width, 0.15)}%`}
                    y={`${line * lineHeight}%`}
                    height={`${Math.max(lineHeight * 0.7, 2)}%`}
                    fill={fill}
                  />
                )
              );
            }),
          )}
          {window !== undefined && (
            <rect
              x={`${window.left}%`}
              width={`${window.width}%`}
              height="100%"
              fill="var(--accent)"
              fillOpacity={0.12}
              stroke="var(--accent)"
            />
          )}
        </svg>
      </PlotBrush>
    </div>
  );
}
