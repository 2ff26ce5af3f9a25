'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { meshProblemsSchema } from '#lib/contract/mesh-problems.ts';

/** What istiod complains of now. */
export function useMeshProblems() {
  const { hasTime } = useScope();
  return useAnswer({
    path: '/api/mesh/problems',
    parameters: {},
    schema: meshProblemsSchema,
    isEnabled: hasTime,
  });
}
