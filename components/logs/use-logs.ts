'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { logsSchema } from '#lib/contract/logs.ts';
import { type Target, targetRoute } from '#lib/target.ts';
import type { LogsState } from './logs-state.ts';

/** What chooses lines on the server. */
export type LogsChoice = Pick<LogsState, 'containers' | 'search' | 'regex'>;

/** The same for the answer and for the followed lines. */
export function choiceParameters(target: Target, { containers, search, regex }: LogsChoice) {
  return {
    cluster: target.cluster,
    containers: containers.length === 0 ? undefined : containers.join(','),
    search: search === '' ? undefined : search,
    isRegex: search !== '' && regex ? 'true' : undefined,
  };
}

/** The newest lines of a target's containers in the page's time range. */
export function useLogs(target: Target, state: LogsChoice & Pick<LogsState, 'tail' | 'previous'>) {
  const { apiParameters, hasTime } = useScope();
  const { range, at } = apiParameters;
  return useAnswer({
    path: targetRoute(target, 'logs'),
    parameters: {
      range,
      at,
      ...choiceParameters(target, state),
      tail: state.tail,
      previous: state.previous ? 'true' : undefined,
    },
    schema: logsSchema,
    isEnabled: hasTime,
    // Thousands of lines that never change are not worth comparing one by one.
    keepsParts: false,
  });
}
