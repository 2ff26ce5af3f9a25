'use client';

import { useMemo } from 'react';
import { CartesianGrid, ReferenceArea, Scatter, ScatterChart, Tooltip, XAxis, YAxis, ZAxis } from 'recharts';
import type { TraceSummary } from '#lib/contract/traces.ts';
import { formatClock, formatClockSeconds, type TimeZoneChoice } from '#lib/format-time.ts';
import type { ResolvedRange } from '#lib/time-range.ts';
import { plotMargins } from './plot-margins.ts';
import { timeTicks } from './time-ticks.ts';
import { durationScale, formatTick, type TracePoint, tracePoints } from './trace-point.ts';
import { TraceTooltip } from './trace-tooltip.tsx';
import { words } from './words.ts';

type TracesPlotProps = {
  traces: readonly TraceSummary[];
  window: ResolvedRange;
  zone: TimeZoneChoice;
  /** The store has older ones too. */
  isCut: boolean;
  onOpen: (traceId: string) => void;
};

const tick = { fontSize: 11, fontFamily: 'var(--font-mono)', fill: 'var(--ink-muted)' };

/** Traces by start and duration: failed ones are triangles, larger ones have more spans. */
export function TracesPlot({ traces, window, zone, isCut, onOpen }: TracesPlotProps) {
  const { fine, failed } = useMemo(() => tracePoints(traces, window), [traces, window]);
  const scale = useMemo(() => durationScale(traces.map(({ durationMs }) => durationMs)), [traces]);
  const { fromMs, toMs } = window;
  const oldestMs = Math.min(...traces.map(({ startMs }) => startMs));
  const hasRoom = oldestMs - fromMs > (toMs - fromMs) / 4;
  const isShort = toMs - fromMs < 300_000;
  const format = isShort ? formatClockSeconds : formatClock;
  const handleClick = ({ payload }: { payload?: TracePoint }) => {
    if (payload !== undefined) onOpen(payload.trace.traceId);
  };
  return (
    <ScatterChart
      responsive
      className="h-full w-full [&_.recharts-symbols]:cursor-pointer"
      margin={{ top: 8, right: plotMargins.right, bottom: 0, left: 0 }}
      title={words.chart(traces.length)}
    >
      <CartesianGrid stroke="var(--border)" strokeDasharray="2 3" vertical={false} />
      <XAxis
        dataKey="startMs"
        type="number"
        domain={[fromMs, toMs]}
        ticks={timeTicks(window)}
        tickFormatter={(epochMs: number) => format({ epochMs, zone })}
        tick={tick}
        tickLine={false}
        axisLine={{ stroke: 'var(--border)' }}
        height={22}
        allowDataOverflow
      />
      <YAxis
        dataKey="shownMs"
        type="number"
        scale={scale.scale}
        domain={scale.domain}
        ticks={scale.ticks}
        tickFormatter={formatTick}
        tick={tick}
        tickLine={false}
        axisLine={false}
        width={plotMargins.left}
      />
      {isCut && (
        <ReferenceArea
          x1={fromMs}
          x2={oldestMs}
          fill="var(--sunken)"
          fillOpacity={1}
          label={
            hasRoom
              ? { value: words.beyond(traces.length), fill: 'var(--ink-muted)', fontSize: 11 }
              : undefined
          }
        />
      )}
      <ZAxis dataKey="spanCount" range={[28, 180]} />
      <Tooltip
        isAnimationActive={false}
        cursor={false}
        wrapperStyle={{ zIndex: 10 }}
        content={({ active, payload }) =>
          active && <TraceTooltip trace={traceOf(traces, payload?.[0]?.payload)} zone={zone} />
        }
      />
      <Scatter
        data={fine}
        shape="circle"
        fill="var(--mark-tcp)"
        fillOpacity={0.55}
        stroke="var(--mark-tcp)"
        onClick={handleClick}
        isAnimationActive={false}
      />
      <Scatter
        data={failed}
        shape="triangle"
        fill="var(--mark-fail)"
        fillOpacity={0.7}
        stroke="var(--mark-fail)"
        onClick={handleClick}
        isAnimationActive={false}
      />
    </ScatterChart>
  );
}

function traceOf(traces: readonly TraceSummary[], point: { trace?: TraceSummary } | undefined) {
  return traces.find(({ traceId }) => traceId === point?.trace?.traceId);
}
