'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { appliedConfigSchema } from '#lib/contract/applied-config.ts';
import { type Target, targetRoute } from '#lib/target.ts';

/** The objects that say something about a target, as they are now. */
export function useAppliedConfig(target: Target) {
  const { hasTime } = useScope();
  return useAnswer({
    path: targetRoute(target, 'config'),
    parameters: { cluster: target.cluster },
    schema: appliedConfigSchema,
    isEnabled: hasTime,
  });
}
