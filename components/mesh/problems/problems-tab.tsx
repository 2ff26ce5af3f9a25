'use client';

import { DataTable } from '#components/ui/data-table/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useTableUrl } from '../use-table-url.ts';
import { problemColumns } from './problem-columns.tsx';
import { ProblemDetails } from './problem-details.tsx';
import { useMeshProblems } from './use-mesh-problems.ts';
import { words } from './words.ts';

const detailsHeight = 250;

/** What istiod complains of, in sentences. */
export function ProblemsTab() {
  const query = useMeshProblems();
  const { view, openRow, toggleRow } = useTableUrl(words.problems, 'severity');
  return (
    <div className="flex h-full min-h-0 flex-col">
      <QueryBoundary query={query}>
        {({ problems, notes }) => (
          <>
            <div className="min-h-0 flex-1">
              {problems.length === 0 ? (
                <EmptyState title={words.none} text={words.noneText} />
              ) : (
                <DataTable
                  name={words.problems}
                  rows={problems}
                  columns={problemColumns}
                  rowId={({ id }) => id}
                  view={view}
                  selectedId={openRow}
                  onRowClick={({ id }) => toggleRow(id)}
                  expansion={{
                    openId: openRow,
                    height: detailsHeight,
                    content: (problem) => <ProblemDetails problem={problem} />,
                  }}
                />
              )}
            </div>
            {notes.map((note) => (
              <p key={note} className="border-t px-4 py-1.5 text-xs text-ink-muted">
                {note}
              </p>
            ))}
          </>
        )}
      </QueryBoundary>
    </div>
  );
}
