'use client';

import type { ChartDirection, Charts } from '#lib/contract/charts.ts';
import { chartProtocols } from '#lib/contract/charts.ts';
import { ChartCard } from './chart-card.tsx';
import { chartWithTraces } from './chart-looks.ts';
import type { Dot } from './dots.ts';
import type { ChartView } from './use-chart-view.ts';
import { absentTitles, protocolTitles } from './words.ts';

type ChartGridProps = { charts: Charts; direction: ChartDirection; traces: readonly Dot[]; view: ChartView };

/** Small charts side by side, protocol by protocol; one without traffic is a line of text. */
export function ChartGrid({ charts, direction, traces, view }: ChartGridProps) {
  const sections = chartProtocols.map((protocol) => {
    const own = charts.charts.filter((chart) => chart.protocol === protocol);
    return { protocol, own, isAbsent: own.every(({ queries }) => queries.length === 0) };
  });
  const absent = sections.filter(({ isAbsent, own }) => isAbsent && own.length > 0);
  return (
    <>
      {sections
        .filter(({ isAbsent }) => !isAbsent)
        .map(({ protocol, own }) => (
          <section key={protocol} aria-label={protocolTitles[protocol]} className="border-b px-4 py-3">
            <div className="grid grid-cols-1 gap-x-8 gap-y-5 lg:grid-cols-2">
              {own.flatMap((chart) =>
                charts.reporters.map((reporter) => (
                  <ChartCard
                    key={`${chart.id} ${reporter}`}
                    isWide={chart.id === chartWithTraces && charts.reporters.length === 1}
                    chart={chart}
                    charts={charts}
                    direction={direction}
                    reporter={reporter}
                    traces={traces}
                    view={view}
                  />
                )),
              )}
            </div>
          </section>
        ))}
      {absent.length > 0 && (
        <p className="px-4 py-2 text-ink-muted">
          {absent.map(({ protocol }) => absentTitles[protocol]).join(' · ')}
        </p>
      )}
    </>
  );
}
