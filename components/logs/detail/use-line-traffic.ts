'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { trafficSchema } from '#lib/contract/traffic.ts';
import { type Target, targetRoute } from '#lib/target.ts';

/** The target's peers, for links from a line to the graph. */
export function useLineTraffic(target: Target) {
  const { apiParameters, hasTime } = useScope();
  const { range, at } = apiParameters;
  return useAnswer({
    path: targetRoute(target, 'traffic'),
    parameters: { range, at, cluster: target.cluster, idle: 'false' },
    schema: trafficSchema,
    isEnabled: hasTime,
  });
}
