'use client';

import { Activity, ArrowLeft } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { DashboardLines } from '#components/ui/dashboard-lines.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { ChartDirection, Charts } from '#lib/contract/charts.ts';
import type { Target } from '#lib/target.ts';
import { ChartCard } from './chart-card.tsx';
import { ChartGrid } from './chart-grid.tsx';
import { ChartLegend } from './chart-legend.tsx';
import { statisticTitles } from './chart-looks.ts';
import type { Dot } from './dots.ts';
import { groupTitle } from './drawn-lines.ts';
import { groupLook, statisticLook } from './line-look.ts';
import type { ChangeMetrics, MetricsState } from './metrics-state.ts';
import { MetricsToolbar } from './metrics-toolbar.tsx';
import { useChartView } from './use-chart-view.ts';
import { words } from './words.ts';

type MetricsContentProps = {
  target: Target;
  charts: Charts;
  direction: ChartDirection;
  state: MetricsState;
  change: ChangeMetrics;
  traces: { dots: readonly Dot[]; note: string | undefined };
};

/** The charts of one direction below the choices that they are made by. */
export function MetricsContent({
  target: { kind, ...about },
  charts,
  direction,
  state,
  change,
  traces,
}: MetricsContentProps) {
  const view = useChartView(change);
  const { groups, groupBy } = charts;
  const only = state.chart === 'all' ? undefined : charts.charts.find(({ id }) => id === state.chart);
  const isEmpty = charts.charts.every(({ queries }) => queries.length === 0);
  const remarks = [charts.reporterNote, charts.groupsNote, traces.note].flatMap((note) => note ?? []);
  return (
    <>
      <header className="sticky top-0 z-10 flex flex-col gap-2 border-b bg-surface px-4 py-2">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          {state.chart !== 'all' && (
            <Button look="quiet" onClick={() => change({ chart: 'all' })}>
              <ArrowLeft size={14} aria-hidden />
              {words.allCharts}
            </Button>
          )}
          <MetricsToolbar charts={charts} state={state} change={change} />
          <DashboardLines about={{ ...about, of: kind }} className="md:ml-auto" />
        </div>
        {groupBy.length > 0 && groups.length > 0 && (
          <ChartLegend
            items={[
              ...groups.map((group) => ({
                toggle: group.id,
                title: groupTitle(group),
                look: groupLook(groups, group.id),
              })),
              ...(state.statistics.length < 2 ? [] : state.statistics).map((statistic) => ({
                toggle: statistic,
                title: statisticTitles[statistic],
                look: statisticLook(statistic),
              })),
            ]}
            isHidden={view.isHidden}
            onToggle={view.toggle}
          />
        )}
        <p className="text-xs text-ink-muted">
          {[words.resolution(charts.grid), ...remarks].join(' ')}{' '}
          <span className="max-lg:hidden">{words.brushHint}</span>
        </p>
      </header>
      {isEmpty ? (
        <EmptyState icon={Activity} title={words.nothing} text={words.nothingText[direction]} />
      ) : only === undefined ? (
        <ChartGrid charts={charts} direction={direction} traces={traces.dots} view={view} />
      ) : (
        <div className="flex flex-col gap-6 px-4 py-3">
          {charts.reporters.map((reporter) => (
            <ChartCard
              key={reporter}
              chart={only}
              charts={charts}
              direction={direction}
              reporter={reporter}
              traces={traces.dots}
              view={view}
              isLarge
            />
          ))}
        </div>
      )}
    </>
  );
}
