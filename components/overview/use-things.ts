'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import type { ThingKind } from './thing-kinds.ts';

/** A list of the namespaces in view, asked as its own page asks for it. */
export function useThings({ path, schema }: Pick<ThingKind, 'path' | 'schema'>) {
  const { apiParameters, isReady } = useScope();
  const { namespaces, range, at } = apiParameters;
  return useAnswer({
    path: `/api${path}`,
    parameters: { namespaces, range, at },
    schema,
    isEnabled: isReady,
  });
}
