'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import type { ObjectReference } from '#lib/contract/evidence.ts';
import { objectDetailSchema } from '#lib/contract/objects.ts';
import { objectPath } from '#lib/object-path.ts';

/** One object as it is now; pages and panels that show the same one share the answer. */
export function useObject(object: ObjectReference) {
  const { hasTime } = useScope();
  return useAnswer({
    path: `/api${objectPath(object)}`,
    parameters: {},
    schema: objectDetailSchema,
    isEnabled: hasTime,
  });
}
