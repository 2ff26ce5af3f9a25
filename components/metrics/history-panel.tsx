'use client';

import { useState } from 'react';
import { useScope } from '#components/ui/scope/use-scope.ts';
import type { Charts } from '#lib/contract/charts.ts';
import { brushedRange } from './brushed-range.ts';
import { ChartLegend } from './chart-legend.tsx';
import type { DrawnLine } from './drawn-lines.ts';
import { groupLook } from './line-look.ts';
import { MetricChart } from './metric-chart.tsx';
import { PromqlPopover } from './promql-popover.tsx';
import { words } from './words.ts';

type HistoryPanelProps = {
  title: string;
  /** What the lines are, in one sentence. */
  explanation: string;
  lines: readonly { name: string; points: (number | null)[] }[];
  grid: Charts['grid'];
  format: (value: number) => string;
  queries: readonly { title: string; promql: string }[];
};

/** Any named lines over time as one chart, with its legend and its queries. */
export function HistoryPanel({ title, explanation, lines, grid, format, queries }: HistoryPanelProps) {
  const { zone, changeRange } = useScope();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const groups = lines.map(({ name }) => ({ id: name, values: [name], isRest: false }));
  const shown = lines
    .filter(({ name }) => !hidden.has(name))
    .map(
      ({ name, points }): DrawnLine => ({
        key: name,
        title: name,
        look: groupLook(groups, name),
        line: { group: name, reporter: 'destination', points },
      }),
    );
  const handleToggle = (name: string) => {
    const next = new Set(hidden);
    if (!next.delete(name)) next.add(name);
    setHidden(next);
  };
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-1">
      <div className="flex min-h-7 items-center gap-2">
        <h3 className="min-w-0 flex-1 truncate font-semibold">{title}</h3>
        {queries.length > 0 && (
          <PromqlPopover title={title} queries={[...queries]} resolution={words.resolution(grid)} />
        )}
      </div>
      <p className="text-xs text-ink-muted">{explanation}</p>
      {lines.length > 1 && (
        <ChartLegend
          items={lines.map(({ name }) => ({ toggle: name, title: name, look: groupLook(groups, name) }))}
          isHidden={(name) => hidden.has(name)}
          onToggle={handleToggle}
        />
      )}
      <MetricChart
        title={title}
        lines={shown}
        dots={[]}
        grid={grid}
        look={{ title: { inbound: title, outbound: title }, format }}
        zone={zone}
        isLarge={false}
        isWide={false}
        onBrush={(fromSeconds, toSeconds) => changeRange(brushedRange(fromSeconds, toSeconds))}
      />
    </section>
  );
}
