'use client';

import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { DataTable } from '#components/ui/data-table/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { useUrlState } from '#components/ui/use-url-state.ts';
import type { TraceSummary } from '#lib/contract/traces.ts';
import type { Target } from '#lib/target.ts';
import { chooseForComparison } from './choose-for-comparison.ts';
import { CompareBar } from './compare-bar.tsx';
import { NoTraces } from './no-traces.tsx';
import { SearchFoot } from './search-foot.tsx';
import { SearchForm } from './search-form.tsx';
import { searchProblems } from './search-problems.ts';
import { tracesColumns } from './traces-columns.tsx';
import { TracesPlotSection } from './traces-plot-section.tsx';
import { tracesUrl } from './traces-state.ts';
import { useTraces } from './use-traces.ts';
import { words } from './words.ts';

/** The search for traces, of a target or of all: form, plot and table. */
export function TracesSearch({ target }: { target?: Target }) {
  const { zone } = useScope();
  const address = useScopedAddress();
  const router = useRouter();
  const [state, change] = useUrlState(tracesUrl);
  const problems = searchProblems(state);
  const query = useTraces({ state, problems, target });
  const traces = query.data?.data.traces;
  const { a, b } = state;
  const columns = useMemo(
    () =>
      tracesColumns({
        zone,
        longestMs: Math.max(0, ...(traces ?? []).map(({ durationMs }) => durationMs)),
        chosen: [a, b],
        onChoose: (id) => change(chooseForComparison({ a, b }, id), { history: 'replace' }),
      }),
    [zone, traces, a, b, change],
  );
  const handleOpen = (traceId: string) => router.push(address(`/traces/${traceId}`));

  return (
    <div className="flex h-full min-h-0 flex-col overflow-y-auto bg-surface">
      <SearchForm
        state={state}
        onChange={change}
        problems={problems}
        traces={query.data?.data}
        isOfTarget={target !== undefined}
        isSearching={query.isPlaceholderData}
      />
      {Object.keys(problems).length > 0 ? (
        <EmptyState title={words.notAsked} text={words.notAskedText} />
      ) : (
        <QueryBoundary query={query}>
          {(found, { warnings }) =>
            found.traces.length === 0 ? (
              <NoTraces state={state} found={found} warnings={warnings} onChange={change} />
            ) : (
              <>
                <TracesPlotSection traces={found.traces} isCut={found.isCut} onOpen={handleOpen} />
                <CompareBar a={a} b={b} traces={found.traces} onChange={change} />
                <div className="min-h-80 flex-1 overflow-x-auto">
                  <div className="h-full min-w-[880px]">
                    <DataTable
                      name={words.name}
                      rows={found.traces}
                      columns={columns}
                      rowId={rowId}
                      initialSort={{ column: 'start', isDescending: true }}
                      onRowClick={({ traceId }) => handleOpen(traceId)}
                    />
                  </div>
                </div>
                <SearchFoot found={found} limit={state.limit} />
              </>
            )
          }
        </QueryBoundary>
      )}
    </div>
  );
}

function rowId({ traceId }: TraceSummary): string {
  return traceId;
}
