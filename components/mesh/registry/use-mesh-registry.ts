'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { meshRegistrySchema } from '#lib/contract/mesh-registry.ts';

/** The services that istiod knows now. The whole mesh's: asked once, and again when the reader asks. */
export function useMeshRegistry(withEndpoints: boolean) {
  const { hasTime } = useScope();
  return useAnswer({
    path: '/api/mesh/registry',
    parameters: { include: withEndpoints ? 'endpoints' : undefined },
    schema: meshRegistrySchema,
    isEnabled: hasTime,
    isOnDemand: true,
    keepsParts: false,
  });
}
