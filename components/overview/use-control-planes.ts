'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { meshSchema } from '#lib/contract/mesh.ts';

/** The control planes as they are now, whatever the page's time. */
export function useControlPlanes() {
  const { hasTime } = useScope();
  return useAnswer({ path: '/api/mesh', parameters: {}, schema: meshSchema, isEnabled: hasTime });
}
