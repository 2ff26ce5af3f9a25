'use client';

import dynamic from 'next/dynamic';
import { useScope } from '#components/ui/scope/use-scope.ts';
import type { TraceSummary } from '#lib/contract/traces.ts';
import { brushedRange, momentAt } from './brushed-range.ts';
import { PlotBrush } from './plot-brush.tsx';
import { plotMargins } from './plot-margins.ts';
import { durationScale } from './trace-point.ts';
import { words } from './words.ts';

const TracesPlot = dynamic(() => import('./traces-plot.tsx').then((module) => module.TracesPlot), {
  ssr: false,
});

type TracesPlotSectionProps = {
  traces: readonly TraceSummary[];
  isCut: boolean;
  onOpen: (traceId: string) => void;
};

/** The plot with its legend; dragging over it zooms the page's time range. */
export function TracesPlotSection({ traces, isCut, onOpen }: TracesPlotSectionProps) {
  const { resolved, changeRange, zone } = useScope();
  if (resolved === undefined) return null;
  const { scale } = durationScale(traces.map(({ durationMs }) => durationMs));
  return (
    <section aria-label={words.chart(traces.length)} className="border-y bg-surface">
      <p className="flex flex-wrap gap-x-4 px-4 pt-1.5 text-xs text-ink-muted">
        <span>
          {words.duration}
          {scale === 'log' && `, ${words.logScale}`}
        </span>
        <span>
          <span aria-hidden className="text-mark-tcp">
            ●
          </span>{' '}
          {words.withoutErrors}
        </span>
        <span>
          <span aria-hidden className="text-mark-fail">
            ▲
          </span>{' '}
          {words.withErrors}
        </span>
        <span>{words.sizeBySpans}</span>
        <span className="max-md:hidden">{words.chartHint}</span>
      </p>
      <div className="h-44">
        <PlotBrush
          margins={plotMargins}
          onBrush={({ from, to, ...edges }) =>
            changeRange(brushedRange(momentAt(from, edges, resolved), momentAt(to, edges, resolved)))
          }
        >
          <TracesPlot traces={traces} window={resolved} zone={zone} isCut={isCut} onOpen={onOpen} />
        </PlotBrush>
      </div>
    </section>
  );
}
