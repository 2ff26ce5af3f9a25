'use client';

import type { ReactNode } from 'react';
import type { Answer } from '#lib/contract/envelope.ts';
import { ErrorState } from './error-state.tsx';
import { Skeleton } from './skeleton.tsx';
import { WarningLine } from './warning-line.tsx';

/** The part of a query's result that the boundary reads; TanStack's results fit. */
export type AnswerQuery<Data> = {
  data: Answer<Data> | undefined;
  error: Error | null;
  isFetching: boolean;
  refetch: () => unknown;
};

type QueryBoundaryProps<Data> = {
  query: AnswerQuery<Data>;
  children: (data: Data, answer: Answer<Data>) => ReactNode;
  /** Said in place of the content when `isEmpty` finds nothing in the data. */
  empty?: ReactNode;
  isEmpty?: (data: Data) => boolean;
  loading?: ReactNode;
  /** In a card or a panel rather than a whole page. */
  isSmall?: boolean;
  /** Left out where the page shows the warnings elsewhere. */
  showsWarnings?: boolean;
};

/** Loading, error, empty and partial states of a view; the full state is its child. Old data outlives a failed refresh. */
export function QueryBoundary<Data>(props: QueryBoundaryProps<Data>) {
  const { query, children, empty, isEmpty, loading, isSmall = false, showsWarnings = true } = props;
  const answer = query.data;
  if (answer === undefined) {
    if (query.error === null) return loading ?? <Skeleton lines={isSmall ? 4 : 8} />;
    return (
      <ErrorState
        error={query.error}
        onRetry={query.refetch}
        isRetrying={query.isFetching}
        isSmall={isSmall}
      />
    );
  }
  const stale =
    query.error === null ? [] : [{ code: 'stale', message: `Not refreshed. ${query.error.message}` }];
  const lines = showsWarnings ? [...stale, ...answer.warnings] : stale;
  return (
    <>
      {lines.length > 0 && (
        <div className={isSmall ? 'px-3 pb-2' : 'px-4 py-1.5'}>
          <WarningLine warnings={lines} />
        </div>
      )}
      {empty !== undefined && isEmpty?.(answer.data) ? empty : children(answer.data, answer)}
    </>
  );
}
