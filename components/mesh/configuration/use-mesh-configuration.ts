'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { meshConfigurationSchema } from '#lib/contract/mesh-configuration.ts';

/** The mesh configuration that is in force now. */
export function useMeshConfiguration() {
  const { hasTime } = useScope();
  return useAnswer({
    path: '/api/mesh/configuration',
    parameters: {},
    schema: meshConfigurationSchema,
    isEnabled: hasTime,
  });
}
