'use client';

import { useMemo } from 'react';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useUrlState } from '#components/ui/use-url-state.ts';
import type { GraphComparison } from '#lib/contract/compare-graph.ts';
import { formatDuration } from '#lib/duration.ts';
import { compareUrl } from '../compare-state.ts';
import { CompareTable } from '../compare-table.tsx';
import { LeftOut } from '../left-out.tsx';
import { SidesLine } from '../sides-line.tsx';
import { useGraphComparison } from '../use-comparison.ts';
import { words } from '../words.ts';
import { graphColumns } from './graph-columns.tsx';
import { GraphDrawing } from './graph-drawing.tsx';
import { graphFacets } from './graph-facets.ts';
import { GraphRowDetail } from './graph-row-detail.tsx';
import { partId } from './part-id.ts';
import { ViewChoice } from './view-choice.tsx';

/** What is new, gone or different in the graph: as a table, heaviest first, or drawn. */
export function GraphTab() {
  const query = useGraphComparison();
  return (
    <div className="flex h-full min-h-0 flex-col">
      <QueryBoundary query={query}>{(comparison) => <Compared comparison={comparison} />}</QueryBoundary>
    </div>
  );
}

const detailHeight = 168;

function Compared({ comparison }: { comparison: GraphComparison }) {
  const { sides, windowSeconds, nodes, edges, differences, rules } = comparison;
  const [{ view }, change] = useUrlState(compareUrl);
  // A drawing begins where most changed, which is where a small screen looks first.
  const heaviest = differences[0] === undefined ? '' : partId(differences[0]);
  const detail = useMemo(
    () => ({
      height: detailHeight,
      content: (row: GraphComparison['differences'][number]) => <GraphRowDetail difference={row} />,
    }),
    [],
  );
  return (
    <>
      <SidesLine sides={sides} />
      <div className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-1 px-4 pb-2">
        <p className="min-w-0 flex-1 basis-80 text-ink-muted">
          {words.edges}: {words.counts(edges)}. {words.nodes}: {words.counts(nodes)}.{' '}
          {words.windows(formatDuration(windowSeconds))}
        </p>
        <ViewChoice
          value={view}
          onChange={(chosen) => change({ view: chosen, open: chosen === 'drawing' ? heaviest : '' })}
        />
      </div>
      <div className="relative min-h-80 flex-1 border-t">
        {view === 'drawing' && <GraphDrawing comparison={comparison} />}
        {view === 'table' && differences.length === 0 && (
          <EmptyState title={words.same} text={words.sameGraph(nodes.same, edges.same)} />
        )}
        {view === 'table' && differences.length > 0 && (
          <CompareTable
            name={words.differences}
            rows={differences}
            columns={graphColumns}
            facets={graphFacets}
            rowId={partId}
            detail={detail}
          />
        )}
      </div>
      <LeftOut title={words.rules} sentences={rules} />
    </>
  );
}
