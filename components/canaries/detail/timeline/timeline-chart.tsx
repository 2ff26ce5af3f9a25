'use client';

import type { ReactNode } from 'react';
import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts';
import { axisText } from '#components/ui/chart/axis-text.ts';
import { isAlone } from '#components/ui/chart/is-alone.ts';
import { timeTicks } from '#components/ui/chart/time-ticks.ts';
import { classNames } from '#components/ui/class-names.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { useIsNarrow } from '#components/ui/use-media.ts';
import type { TimelineLine } from './timeline-lines.ts';
import { timelineRows } from './timeline-rows.ts';
import { TimelineTooltip } from './timeline-tooltip.tsx';

type TimelineChartProps = {
  title: string;
  atMs: readonly number[];
  lines: readonly TimelineLine[];
  valuesOf: (line: TimelineLine) => readonly (number | null)[];
  domain: readonly [low: number, high: number];
  ticks: readonly number[];
  formatTick: (value: number) => string;
  /** As the figures beside the pointer are written. */
  format: (value: number) => string;
  /** Height of the drawing. */
  className: string;
  hasTimes?: boolean;
  /** Marks that recharts draws: reference lines, areas and dots. */
  children: ReactNode;
};

/** Lines by slice, with gaps where nothing was counted. The charts of a page share the moment under the pointer. */
export function TimelineChart(props: TimelineChartProps) {
  const {
    title,
    atMs,
    lines,
    valuesOf,
    domain,
    ticks,
    formatTick,
    format,
    className,
    hasTimes = true,
  } = props;
  const { zone } = useScope();
  const isNarrow = useIsNarrow();
  const values = lines.map(valuesOf);
  const rows = timelineRows(
    atMs,
    values.map((line) => line.map((value) => drawnWithin(value, domain))),
  );
  const from = rows[0]?.at ?? 0;
  const to = Math.max(rows.at(-1)?.at ?? 0, from + 1);
  const times = timeTicks({ fromSeconds: from, toSeconds: to, most: isNarrow ? 4 : 8 });
  return (
    <div className="group/chart">
      <LineChart
        responsive
        data={rows}
        syncId="canary"
        syncMethod="value"
        margin={{ top: 16, right: 12, bottom: 0, left: 0 }}
        title={title}
        className={classNames(
          'w-full select-none [&_.recharts-line]:pointer-events-none [&_.recharts-surface:not(:focus-visible)]:outline-none',
          className,
        )}
      >
        <CartesianGrid vertical={false} stroke="var(--border)" />
        <XAxis
          dataKey="at"
          type="number"
          domain={[from, to]}
          ticks={times.ticks}
          tickFormatter={(at) => times.text(Number(at), zone)}
          tick={axisText}
          tickLine={false}
          axisLine={{ stroke: 'var(--border-strong)' }}
          height={hasTimes ? 20 : 1}
          hide={!hasTimes}
          interval={0}
        />
        <YAxis
          domain={[...domain]}
          ticks={[...ticks]}
          tickFormatter={(value) => formatTick(Number(value))}
          tick={axisText}
          tickLine={false}
          axisLine={false}
          width={44}
          interval={0}
        />
        {props.children}
        {lines.map(({ id, title: name, look: { color, dash } }, index) => (
          <Line
            key={id}
            name={name}
            dataKey={`values[${index}]`}
            stroke={color}
            strokeWidth={1.5}
            strokeDasharray={dash}
            dot={({ index: at, cx, cy }) => (
              <circle key={at} cx={cx} cy={cy} r={isAlone(values[index] ?? [], at) ? 2 : 0} fill={color} />
            )}
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
            const slice = rows.findIndex(({ at }) => at === label);
            const row = rows[slice];
            if (!active || row === undefined) return null;
            const said = lines.map((line, index) => ({ ...line, value: values[index]?.[slice] ?? null }));
            return <TimelineTooltip at={row.at} values={said} format={format} />;
          }}
        />
      </LineChart>
    </div>
  );
}

/** What is beyond the axis runs along its end; the figures beside the pointer are the true ones. */
function drawnWithin(value: number | null, [low, high]: TimelineChartProps['domain']): number | null {
  return value === null ? null : Math.min(high, Math.max(low, value));
}
