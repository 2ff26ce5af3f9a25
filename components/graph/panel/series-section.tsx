import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import type { GraphScope } from '../graph-scope.ts';
import type { Selection } from '../selection.ts';
import { useGraphSeries } from '../use-graph-series.ts';
import { TrafficChart } from './traffic-chart.tsx';

/** The chart of a node or edge over the page's time range; its place is kept while it loads. */
export function SeriesSection({ selection, scope }: { selection: Selection; scope: GraphScope }) {
  const query = useGraphSeries({ selection, scope });
  return (
    <div className="min-h-16">
      <QueryBoundary query={query} isSmall showsWarnings={false} loading={<div className="h-16" />}>
        {(series) => <TrafficChart series={series} zone={scope.zone} />}
      </QueryBoundary>
    </div>
  );
}
