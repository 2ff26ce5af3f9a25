'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import type { ObjectReference } from '#lib/contract/evidence.ts';
import { realizedSchema } from '#lib/contract/realized.ts';
import { objectPath } from '#lib/object-path.ts';

/** Where in the proxies an object became real; dumps are read for it, so that it is asked for once. */
export function useRealized(object: ObjectReference, limit: number) {
  const { hasTime } = useScope();
  return useAnswer({
    path: `/api${objectPath(object)}/envoy`,
    parameters: { limit: String(limit) },
    schema: realizedSchema,
    isEnabled: hasTime,
    isOnDemand: true,
  });
}
