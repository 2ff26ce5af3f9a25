'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { type ChartDirection, chartsSchema } from '#lib/contract/charts.ts';
import { type Target, targetRoute } from '#lib/target.ts';
import type { MetricsState } from './metrics-state.ts';

type Question = { direction: ChartDirection; state: MetricsState };

/** The charts of a target in the page's time range; of a single chart no other is asked. */
export function useCharts(target: Target, { direction, state }: Question) {
  const { apiParameters, hasTime } = useScope();
  const { range, at } = apiParameters;
  const { groupBy, reporter, statistics, chart } = state;
  return useAnswer({
    path: targetRoute(target, 'metrics'),
    parameters: {
      range,
      at,
      cluster: target.cluster,
      direction,
      reporter,
      groupBy: groupBy.length === 0 ? undefined : groupBy.join(','),
      statistics: statistics.length === 0 ? undefined : statistics.join(','),
      charts: chart === 'all' ? undefined : chart,
    },
    schema: chartsSchema,
    isEnabled: hasTime,
  });
}
