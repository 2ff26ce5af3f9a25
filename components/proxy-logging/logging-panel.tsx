'use client';

import { useCallback } from 'react';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useUrlState } from '#components/ui/use-url-state.ts';
import type { ProxyTabProps } from '#lib/proxy-target.ts';
import { ChangeLine } from './change-line.tsx';
import { loggingUrl } from './logging-state.ts';
import { LoggingTable } from './logging-table.tsx';
import { useChangeLogging, useLogging } from './use-logging.ts';

/** The levels of a proxy's loggers; they change only where writes are switched on. */
export function LoggingPanel({ target }: ProxyTabProps) {
  const [state, change] = useUrlState(loggingUrl);
  const query = useLogging(target);
  const { mutate, isPending, error } = useChangeLogging(target);
  const handleLevel = useCallback(
    (logger: string | undefined, level: string) => mutate({ logger, level }),
    [mutate],
  );
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface">
      <QueryBoundary query={query}>
        {(logging) => (
          <>
            <div className="min-h-0 flex-1">
              <LoggingTable
                logging={logging}
                state={state}
                change={change}
                isChanging={isPending}
                onLevel={handleLevel}
              />
            </div>
            {error !== null && (
              <p role="alert" className="shrink-0 border-t px-4 py-1.5 text-fail">
                {error.message}
              </p>
            )}
            <ChangeLine change={logging.change} level="rbac:debug,jwt:debug" />
          </>
        )}
      </QueryBoundary>
    </div>
  );
}
