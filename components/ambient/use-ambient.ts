'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { ambientSchema } from '#lib/contract/ambient.ts';

/** Ambient mode in the namespaces in view. */
export function useAmbient() {
  const { apiParameters, isReady } = useScope();
  return useAnswer({
    path: '/api/mesh/ambient',
    parameters: { namespaces: apiParameters.namespaces },
    schema: ambientSchema,
    isEnabled: isReady,
  });
}
