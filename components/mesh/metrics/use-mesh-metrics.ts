'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { meshMetricsSchema } from '#lib/contract/mesh-metrics.ts';

/** istiod's own metrics in the page's window. */
export function useMeshMetrics() {
  const { apiParameters, isReady } = useScope();
  const { range, at } = apiParameters;
  return useAnswer({
    path: '/api/mesh/metrics',
    parameters: { range, at },
    schema: meshMetricsSchema,
    isEnabled: isReady,
  });
}
