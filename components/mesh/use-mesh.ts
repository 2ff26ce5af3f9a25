'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { meshSchema } from '#lib/contract/mesh.ts';

/** The mesh as it is now, whatever the page's time and namespaces. */
export function useMesh() {
  const { hasTime } = useScope();
  return useAnswer({ path: '/api/mesh', parameters: {}, schema: meshSchema, isEnabled: hasTime });
}
