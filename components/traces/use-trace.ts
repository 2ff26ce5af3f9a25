'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { traceSchema } from '#lib/contract/traces.ts';

/** One trace; the page's time range is that of the comparison with what is usual. */
export function useTrace(id: string) {
  const { apiParameters, hasTime } = useScope();
  const { range, at } = apiParameters;
  return useAnswer({
    path: `/api/traces/${encodeURIComponent(id)}`,
    parameters: { range, at },
    schema: traceSchema,
    isEnabled: hasTime && id !== '',
    keepsParts: false,
  });
}
