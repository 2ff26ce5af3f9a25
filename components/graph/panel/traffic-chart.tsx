'use client';

import { Area, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import type { GraphSeries } from '#lib/contract/graph-series.ts';
import { formatBytesPerSecond } from '#lib/format-bytes.ts';
import { formatRate } from '#lib/format-rate.ts';
import { formatClock, type TimeZoneChoice } from '#lib/format-time.ts';
import { chartOf, roundPeak } from './chart-points.ts';
import { ChartTooltip } from './chart-tooltip.tsx';
import { panelWords } from './panel-words.ts';

const axisText = 'mono text-[10.5px] leading-[14px] text-ink-muted';

/** Rate over the window with its errors below, in one small drawing; TCP shows bytes. */
export function TrafficChart({ series, zone }: { series: GraphSeries; zone: TimeZoneChoice }) {
  const chart = chartOf(series);
  const first = series.points[0];
  const last = series.points.at(-1);
  if (chart === undefined || first === undefined || last === undefined) {
    return <p className="text-xs text-ink-muted">{panelWords.noSeries}</p>;
  }
  const format = chart.isTcp ? formatBytesPerSecond : formatRate;
  const peak = roundPeak(chart.highest);
  const middle = (first.at + last.at) / 2;
  return (
    <div>
      <p aria-hidden className={`${axisText} text-right`}>
        {format(peak)}
      </p>
      <ComposedChart
        responsive
        data={[...chart.points]}
        margin={{ top: 1, right: 0, bottom: 1, left: 0 }}
        title={panelWords.chart(format(chart.latest), format(chart.highest))}
        className="h-10.5 w-full [&_.recharts-surface]:overflow-visible"
      >
        <XAxis
          dataKey="at"
          type="number"
          scale="linear"
          domain={[first.at, Math.max(last.at, first.at + 1)]}
          hide
        />
        <YAxis domain={[0, peak]} hide />
        <ReferenceLine y={peak} stroke="var(--border)" strokeDasharray="2 3" />
        <ReferenceLine y={0} stroke="var(--border)" />
        {chart.hasErrors && (
          <Area
            dataKey="errors"
            stroke="var(--mark-fail)"
            strokeWidth={1.5}
            fill="var(--mark-fail)"
            fillOpacity={0.2}
            activeDot={{ r: 2.5, strokeWidth: 0, fill: 'var(--mark-fail)' }}
            isAnimationActive={false}
          />
        )}
        <Line
          dataKey="rate"
          stroke="var(--mark-tcp)"
          strokeWidth={1.5}
          dot={false}
          activeDot={{ r: 2.5, strokeWidth: 0, fill: 'var(--mark-tcp)' }}
          isAnimationActive={false}
        />
        <Tooltip
          isAnimationActive={false}
          allowEscapeViewBox={{ x: false, y: true }}
          wrapperStyle={{ zIndex: 10 }}
          cursor={{ stroke: 'var(--border-control)' }}
          content={({ active, label }) =>
            active && (
              <ChartTooltip
                point={chart.points.find(({ at }) => at === label)}
                formatRate={format}
                hasErrors={chart.hasErrors}
                zone={zone}
              />
            )
          }
        />
      </ComposedChart>
      <p aria-hidden className={`${axisText} flex justify-between`}>
        {[first.at, middle, last.at].map((at) => (
          <span key={at}>{formatClock({ epochMs: at * 1000, zone })}</span>
        ))}
      </p>
    </div>
  );
}
