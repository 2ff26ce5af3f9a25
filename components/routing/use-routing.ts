'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { routingSchema } from '#lib/contract/routing.ts';
import { type Target, targetRoute } from '#lib/target.ts';

/** What decides where a request to a service goes; objects as they are now, whatever the page's time. */
export function useRouting(target: Target) {
  const { hasTime } = useScope();
  return useAnswer({
    path: targetRoute(target, 'routing'),
    parameters: { cluster: target.cluster },
    schema: routingSchema,
    isEnabled: hasTime,
  });
}
