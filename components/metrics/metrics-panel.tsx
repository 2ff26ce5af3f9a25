'use client';

import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useUrlState } from '#components/ui/use-url-state.ts';
import type { ChartDirection } from '#lib/contract/charts.ts';
import type { TargetTabProps } from '#lib/target-tab.ts';
import { MetricsContent } from './metrics-content.tsx';
import { metricsUrl } from './metrics-state.ts';
import { useCharts } from './use-charts.ts';
import { useTraceDots } from './use-trace-dots.ts';

/** Charts of what a target receives. */
export function InboundMetricsPanel(props: TargetTabProps) {
  return <MetricsPanel {...props} direction="inbound" />;
}

/** Charts of what a target sends. */
export function OutboundMetricsPanel(props: TargetTabProps) {
  return <MetricsPanel {...props} direction="outbound" />;
}

function MetricsPanel({ target, direction }: TargetTabProps & { direction: ChartDirection }) {
  const [state, change] = useUrlState(metricsUrl);
  const query = useCharts(target, { direction, state });
  const traces = useTraceDots(target, state.dots && (state.chart === 'all' || state.chart === 'duration'));
  return (
    <div className="h-full overflow-y-auto bg-surface">
      <QueryBoundary query={query}>
        {(charts) => (
          <MetricsContent
            key={direction}
            target={target}
            charts={charts}
            direction={direction}
            state={state}
            change={change}
            traces={traces}
          />
        )}
      </QueryBoundary>
    </div>
  );
}
