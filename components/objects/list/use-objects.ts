'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { objectsSchema } from '#lib/contract/objects.ts';

/** Every object of the namespaces in view, as it is now. */
export function useObjects() {
  const { apiParameters, isReady } = useScope();
  return useAnswer({
    path: '/api/config',
    parameters: { namespaces: apiParameters.namespaces },
    schema: objectsSchema,
    isEnabled: isReady,
  });
}
