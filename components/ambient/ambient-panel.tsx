'use client';

import { Button, ButtonGroup } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useUrlState } from '#components/ui/use-url-state.ts';
import { ambientUrl, ambientViews } from './ambient-state.ts';
import { ambientTables } from './ambient-tables.tsx';
import { useAmbient } from './use-ambient.ts';
import { words } from './words.ts';

/** Ambient mode: who is captured, by whom, through which waypoint, and what lacks one. */
export function AmbientPanel() {
  const [{ view }, change] = useUrlState(ambientUrl);
  const query = useAmbient();
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface">
      <QueryBoundary
        query={query}
        isEmpty={({ isUsed }) => !isUsed}
        empty={<EmptyState title={words.unused} text={words.unusedText} />}
      >
        {(ambient) => {
          const Table = ambientTables[view];
          const captured = ambient.pods.filter(({ state }) => state === 'captured').length;
          return (
            <>
              <div className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 border-b px-4 py-1.5">
                <ButtonGroup aria-label={words.choose}>
                  {ambientViews.map((id) => (
                    <Button
                      key={id}
                      isOn={id === view}
                      aria-pressed={id === view}
                      onClick={() => change({ view: id, open: '' })}
                    >
                      {words.views[id]}
                      <span className="mono text-2xs text-ink-muted">{ambient[id].length}</span>
                    </Button>
                  ))}
                </ButtonGroup>
                <span className="text-ink-muted">{words.sum({ captured, total: ambient.pods.length })}</span>
              </div>
              <div className="min-h-0 flex-1">
                <Table ambient={ambient} />
              </div>
            </>
          );
        }}
      </QueryBoundary>
    </div>
  );
}
