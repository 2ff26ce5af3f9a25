'use client';

import { Maximize2 } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import type { ChartData, ChartDirection, ChartReporter, Charts } from '#lib/contract/charts.ts';
import { ChartLegend } from './chart-legend.tsx';
import { chartLooks, chartWithTraces, statisticTitles } from './chart-looks.ts';
import { ChartTable } from './chart-table.tsx';
import { type Dot, dotsOfExemplars } from './dots.ts';
import { drawnLines } from './drawn-lines.ts';
import { MetricChart } from './metric-chart.tsx';
import { PromqlPopover } from './promql-popover.tsx';
import type { ChartView } from './use-chart-view.ts';
import { reportedBy, words } from './words.ts';

type ChartCardProps = {
  chart: ChartData;
  charts: Charts;
  direction: ChartDirection;
  reporter: ChartReporter;
  traces: readonly Dot[];
  view: ChartView;
  isLarge?: boolean;
  /** Takes the whole width. */
  isWide?: boolean;
};

/** One chart with its name, its legend, what it leaves out, and the way to its queries. */
export function ChartCard({
  chart,
  charts,
  direction,
  reporter,
  traces,
  view,
  isLarge = false,
  isWide = false,
}: ChartCardProps) {
  const look = chartLooks[chart.id];
  const title = look.title[direction];
  const isGrouped = charts.groupBy.length > 0;
  const lines = drawnLines(chart, charts, { reporter, isHidden: view.isHidden });
  const all = drawnLines(chart, charts, { reporter, isHidden: () => false });
  const dots =
    chart.id === chartWithTraces ? [...traces, ...dotsOfExemplars(chart.exemplars, look.format)] : [];
  const figureOf = (overall: number | undefined) =>
    overall === undefined ? undefined : look.format(overall);
  const name = charts.reporters.length > 1 ? `${title}, ${reportedBy[reporter]}` : title;
  const [only] = all;
  return (
    <section
      aria-label={name}
      className={classNames('flex min-w-0 flex-col gap-1', isWide && 'lg:col-span-2')}
    >
      <div className="flex min-h-7 items-center gap-2">
        <h3 className="min-w-0 truncate font-semibold">
          {title}
          {charts.reporters.length > 1 && (
            <span className="ml-2 font-normal text-ink-muted">{reportedBy[reporter]}</span>
          )}
        </h3>
        {!isGrouped && all.length === 1 && only !== undefined && (
          <span className="mono text-[11.5px] text-ink-muted">{figureOf(only.line.overall)}</span>
        )}
        <span className="flex-1" />
        {chart.queries.length > 0 && (
          <PromqlPopover title={title} queries={chart.queries} resolution={words.resolution(charts.grid)} />
        )}
        {!isLarge && (
          <Button
            look="quiet"
            isIcon
            className="size-6!"
            aria-label={words.expand(name)}
            onClick={() => view.expand(chart.id)}
          >
            <Maximize2 size={13} aria-hidden />
          </Button>
        )}
      </div>
      {!isGrouped && all.length > 1 && (
        <ChartLegend
          items={all.map(({ line, look: lineLook }) => ({
            toggle: line.statistic ?? line.group,
            title: line.statistic === undefined ? title : statisticTitles[line.statistic],
            look: lineLook,
            figure: figureOf(line.overall),
          }))}
          isHidden={view.isHidden}
          onToggle={view.toggle}
        />
      )}
      {all.length === 0 ? (
        <p className="grid h-36 place-items-center px-6 text-center text-ink-muted">
          {chart.empty ?? words.nothing}
        </p>
      ) : (
        <MetricChart
          title={name}
          lines={lines}
          dots={dots}
          grid={charts.grid}
          look={look}
          zone={view.zone}
          isLarge={isLarge}
          isWide={isLarge || isWide}
          onBrush={view.zoom}
        />
      )}
      {chart.notes.map((note) => (
        <p key={note} className="text-xs text-ink-muted">
          {note}
        </p>
      ))}
      {isLarge && <ChartTable lines={all} format={look.format} />}
    </section>
  );
}
