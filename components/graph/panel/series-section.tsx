'use client';

import dynamic from 'next/dynamic';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import type { GraphScope } from '../graph-scope.ts';
import type { Selection } from '../selection.ts';
import { useGraphSeries } from '../use-graph-series.ts';

const placeOfChart = <div className="h-18" />;

// The charting library is large, and only a selected node or edge shows a chart.
const TrafficChart = dynamic(() => import('./traffic-chart.tsx').then((module) => module.TrafficChart), {
  ssr: false,
  loading: () => placeOfChart,
});

/** The chart of a node or edge over the page's time range; its place is kept while it loads. */
export function SeriesSection({ selection, scope }: { selection: Selection; scope: GraphScope }) {
  const query = useGraphSeries({ selection, scope });
  return (
    <div className="min-h-18">
      <QueryBoundary query={query} isSmall showsWarnings={false} loading={placeOfChart}>
        {(series) => <TrafficChart series={series} zone={scope.zone} />}
      </QueryBoundary>
    </div>
  );
}
