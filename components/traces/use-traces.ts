'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { tracesSchema } from '#lib/contract/traces.ts';
import { type Target, targetRoute } from '#lib/target.ts';
import { parseMs } from './parse-ms.ts';
import type { SearchProblems } from './search-problems.ts';
import type { TracesState } from './traces-state.ts';

type TracesQuestion = { state: TracesState; problems: SearchProblems; target: Target | undefined };

/** Traces of the page's time range: those of a target, or of any service of the store. */
export function useTraces({ state, problems, target }: TracesQuestion) {
  const { apiParameters, hasTime } = useScope();
  const { range, at } = apiParameters;
  const own =
    target === undefined
      ? { service: filled(state.service), operation: filled(state.operation) }
      : { cluster: target.cluster };
  return useAnswer({
    path: target === undefined ? '/api/traces' : targetRoute(target, 'traces'),
    parameters: {
      range,
      at,
      ...own,
      minDurationMs: milliseconds(state.min),
      maxDurationMs: milliseconds(state.max),
      errorsOnly: state.errors ? 'true' : undefined,
      tags: filled(state.tags),
      limit: String(state.limit),
    },
    schema: tracesSchema,
    isEnabled: hasTime && Object.keys(problems).length === 0,
  });
}

function filled(text: string): string | undefined {
  return text === '' ? undefined : text;
}

function milliseconds(text: string): string | undefined {
  return parseMs(text)?.toString();
}
