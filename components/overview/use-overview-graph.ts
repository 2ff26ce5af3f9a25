'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { graphSchema } from '#lib/contract/graph.ts';

/** The graph of the scope with response times; every card but the namespaces' reads it. */
export function useOverviewGraph() {
  const { apiParameters, isReady } = useScope();
  return useAnswer({
    path: '/api/graph',
    parameters: { ...apiParameters, include: 'latency' },
    schema: graphSchema,
    isEnabled: isReady,
  });
}

export type OverviewGraphQuery = ReturnType<typeof useOverviewGraph>;
