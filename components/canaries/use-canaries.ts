'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { canariesSchema } from '#lib/contract/canaries.ts';

/** Every weighted rule of the namespaces in view, and what was observed of it in the page's time. */
export function useCanaries() {
  const { apiParameters, isReady } = useScope();
  const { namespaces, range, at } = apiParameters;
  return useAnswer({
    path: '/api/canaries',
    parameters: { namespaces, range, at },
    schema: canariesSchema,
    isEnabled: isReady,
  });
}
