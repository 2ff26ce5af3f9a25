'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { type Target, targetRoute } from '#lib/target.ts';
import { subjectSchemas } from './subject.ts';

/** What a details page is about; the head, the right column and the overview tab share one answer. */
export function useSubject(target: Target) {
  const { apiParameters, hasTime } = useScope();
  const { range, at } = apiParameters;
  return useAnswer({
    path: targetRoute(target),
    parameters: { range, at, cluster: target.cluster },
    schema: subjectSchemas[target.kind],
    isEnabled: hasTime,
  });
}
