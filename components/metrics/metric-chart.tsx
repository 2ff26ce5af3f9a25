'use client';

import { useMemo } from 'react';
import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts';
import { axisText } from '#components/ui/chart/axis-text.ts';
import { axisTicks } from '#components/ui/chart/axis-ticks.ts';
import { isAlone } from '#components/ui/chart/is-alone.ts';
import { timeTicks } from '#components/ui/chart/time-ticks.ts';
import { classNames } from '#components/ui/class-names.ts';
import type { Charts } from '#lib/contract/charts.ts';
import type { TimeZoneChoice } from '#lib/format-time.ts';
import { BrushLayer } from './brush-layer.tsx';
import type { ChartLook } from './chart-looks.ts';
import { highestOf, rowsOf } from './chart-rows.ts';
import { type Dot, peakWithDots } from './dots.ts';
import { DotsLayer } from './dots-layer.tsx';
import type { DrawnLine } from './drawn-lines.ts';
import { MetricTooltip } from './metric-tooltip.tsx';

type MetricChartProps = {
  title: string;
  lines: readonly DrawnLine[];
  dots: readonly Dot[];
  grid: Charts['grid'];
  look: ChartLook;
  zone: TimeZoneChoice;
  isLarge: boolean;
  /** Has room for more marks of time. */
  isWide: boolean;
  onBrush: (fromSeconds: number, toSeconds: number) => void;
};

const axisTextWidth = 70;

/** Lines over time. All charts of a page share the moment under the pointer; only the one it is over says its figures. */
export function MetricChart({
  title,
  lines,
  dots,
  grid,
  look,
  zone,
  isLarge,
  isWide,
  onBrush,
}: MetricChartProps) {
  const rows = useMemo(
    () =>
      rowsOf(
        lines.map(({ line }) => line),
        grid,
      ),
    [lines, grid],
  );
  const ticks = axisTicks(peakWithDots(highestOf(lines.map(({ line }) => line)), dots), look.most);
  const peak = ticks.at(-1) ?? 1;
  const from = grid.startSeconds;
  const to = grid.startSeconds + (grid.count - 1) * grid.stepSeconds;
  const times = timeTicks({ fromSeconds: from, toSeconds: to, most: isWide ? 9 : 5 });
  return (
    <div className="group/chart">
      <LineChart
        responsive
        data={rows}
        syncId="metrics"
        syncMethod="value"
        margin={{ top: 6, right: 12, bottom: 0, left: 0 }}
        title={title}
        className={classNames(
          'w-full select-none [&_.recharts-line]:pointer-events-none [&_.recharts-surface:not(:focus-visible)]:outline-none',
          isLarge ? 'h-90' : 'h-36',
        )}
      >
        <CartesianGrid vertical={false} stroke="var(--border)" />
        <XAxis
          dataKey="at"
          type="number"
          domain={[from, Math.max(to, from + 1)]}
          ticks={times.ticks}
          tickFormatter={(at) => times.text(Number(at), zone)}
          tick={axisText}
          tickLine={false}
          axisLine={{ stroke: 'var(--border-strong)' }}
          height={20}
          interval={0}
        />
        <YAxis
          domain={[0, peak]}
          ticks={ticks}
          tickFormatter={(value) => (value === 0 ? '0' : look.format(Number(value)))}
          tick={axisText}
          tickLine={false}
          axisLine={false}
          width={axisTextWidth}
          interval={0}
        />
        {lines.map(({ key, title: name, look: { color, dash }, line }, index) => (
          <Line
            key={key}
            name={name}
            dataKey={`values[${index}]`}
            stroke={color}
            strokeWidth={1.5}
            strokeDasharray={dash}
            dot={
              line.points.some((_, at) => isAlone(line.points, at)) &&
              (({ index: at, cx, cy }) => (
                <circle key={at} cx={cx} cy={cy} r={isAlone(line.points, at) ? 2 : 0} fill={color} />
              ))
            }
            activeDot={{ r: 2.5, strokeWidth: 0, fill: color }}
            isAnimationActive={false}
            connectNulls={false}
          />
        ))}
        <Tooltip
          isAnimationActive={false}
          allowEscapeViewBox={{ x: false, y: true }}
          wrapperStyle={{ zIndex: 10 }}
          cursor={{ stroke: 'var(--border-control)' }}
          content={({ active, label }) => {
            const row = rows.find(({ at }) => at === label);
            if (!active || row === undefined) return null;
            const values = lines.map((line, index) => ({ line, value: row.values[index] ?? null }));
            return <MetricTooltip at={row.at} lines={values} format={look.format} zone={zone} />;
          }}
        />
        <BrushLayer onBrush={onBrush} />
        {dots.length > 0 && <DotsLayer dots={dots} peak={peak} />}
      </LineChart>
    </div>
  );
}
