'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { trafficSchema } from '#lib/contract/traffic.ts';
import { type Target, targetRoute } from '#lib/target.ts';

/** Every peer of a target in the page's time range. */
export function useTraffic(target: Target, options: { idle: boolean }) {
  const { apiParameters, hasTime } = useScope();
  const { range, at } = apiParameters;
  return useAnswer({
    path: targetRoute(target, 'traffic'),
    parameters: { range, at, cluster: target.cluster, idle: String(options.idle) },
    schema: trafficSchema,
    isEnabled: hasTime,
  });
}
