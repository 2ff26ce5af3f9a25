'use client';

import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useUrlState } from '#components/ui/use-url-state.ts';
import type { ProxyTabProps } from '#lib/proxy-target.ts';
import { FactsStrip } from './facts-strip.tsx';
import { statsUrl } from './stats-state.ts';
import { StatsTable } from './stats-table.tsx';
import { useStats } from './use-stats.ts';

/** What a proxy and its agent count: the useful ones explained, what deserves attention marked. */
export function StatsPanel({ target }: ProxyTabProps) {
  const [state, change] = useUrlState(statsUrl);
  const query = useStats(target, { unused: state.unused, filter: '' });
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface">
      <QueryBoundary query={query}>
        {(stats) => (
          <>
            <FactsStrip facts={stats.facts} runtime={stats.runtime} />
            <div className="min-h-0 flex-1">
              <StatsTable target={target} stats={stats} state={state} change={change} />
            </div>
            {stats.notes.map((note) => (
              <p key={note} className="shrink-0 border-t px-4 py-1.5 text-xs text-ink-muted">
                {note}
              </p>
            ))}
          </>
        )}
      </QueryBoundary>
    </div>
  );
}
