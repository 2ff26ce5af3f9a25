'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { canaryPath } from '#lib/canary-path.ts';
import { canaryDetailSchema } from '#lib/contract/canary-detail.ts';
import type { ObjectReference } from '#lib/contract/evidence.ts';

/** One weighted rule of a route object: configured, in Envoy and observed. */
export function useCanary({ object, route }: { object: ObjectReference; route: string }) {
  const { apiParameters, hasTime } = useScope();
  const { range, at } = apiParameters;
  return useAnswer({
    path: `/api${canaryPath(object, route)}`,
    parameters: { range, at },
    schema: canaryDetailSchema,
    isEnabled: hasTime,
  });
}
