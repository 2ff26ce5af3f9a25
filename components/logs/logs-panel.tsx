'use client';

import { useMemo } from 'react';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useUrlState } from '#components/ui/use-url-state.ts';
import { WarningLine } from '#components/ui/warning-line.tsx';
import { ApiError } from '#lib/api-client.ts';
import type { TargetTabProps } from '#lib/target-tab.ts';
import { ignoredParameterText } from '#lib/url-state.ts';
import { regexProblem } from './highlight-ranges.ts';
import { logsUrl } from './logs-state.ts';
import { LogsView } from './logs-view.tsx';
import { useLastAnswer } from './use-last-answer.ts';
import { useLastUsable } from './use-last-usable.ts';
import { useLogs } from './use-logs.ts';
import { words } from './words.ts';

/** What the pods of a workload, service or application wrote. */
export function LogsPanel({ target }: TargetTabProps) {
  const [state, change, ignored] = useUrlState(logsUrl);
  const problem = state.regex ? regexProblem(state.search) : undefined;
  const { search, regex } = useLastUsable(state, problem === undefined);
  const choice = useMemo(
    () => ({ containers: state.containers, search, regex }),
    [state.containers, search, regex],
  );
  const query = useLastAnswer(
    useLogs(target, { ...choice, tail: state.tail, previous: state.previous }),
    JSON.stringify(target),
  );
  const complaints = [
    ...(problem === undefined ? [] : [words.notRegex(problem)]),
    ...ignored.map(ignoredParameterText),
  ];
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface">
      {complaints.length > 0 && (
        <div className="px-4 pt-2">
          <WarningLine warnings={complaints.map((message) => ({ code: message, message }))} />
        </div>
      )}
      {query.data === undefined && isSearchRefused(query.error) ? (
        <EmptyState
          title={words.refused}
          text={query.error.detail}
          action={<Button onClick={() => change({ search: '' })}>{words.clearSearch}</Button>}
        />
      ) : (
        <QueryBoundary query={query}>
          {(logs) => <LogsView target={target} logs={logs} state={state} change={change} choice={choice} />}
        </QueryBoundary>
      )}
    </div>
  );
}

function isSearchRefused(error: Error | null): error is ApiError {
  return error instanceof ApiError && error.parameter === 'search';
}
