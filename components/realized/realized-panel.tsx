'use client';

import { Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useUrlState } from '#components/ui/use-url-state.ts';
import type { ObjectReference } from '#lib/contract/evidence.ts';
import { proxiesReadAtMost, type Realized } from '#lib/contract/realized.ts';
import { OtherProxies } from './other-proxies.tsx';
import { realizedColumns } from './realized-columns.tsx';
import { realizedRows } from './realized-row.ts';
import { realizedUrl } from './realized-state.ts';
import { useRealized } from './use-realized.ts';
import { words } from './words.ts';

/** So many proxies more are read at a time. */
const proxiesPerStep = 12;

/** Where in the proxies' own configuration an object became real: each item leads to its row in the proxy's page. */
export function RealizedPanel({ object }: { object: ObjectReference }) {
  const [{ read }, change] = useUrlState(realizedUrl);
  const query = useRealized(object, read);
  const handleMore = () => change({ read: Math.min(read + proxiesPerStep, proxiesReadAtMost) });
  return (
    <section aria-label={words.label} className="flex h-full min-h-0 flex-col bg-surface">
      <QueryBoundary
        query={query}
        isEmpty={({ candidateCount }) => candidateCount === 0}
        empty={<EmptyState title={words.nobody} text={words.nobodyText} />}
      >
        {(realized) => (
          <>
            <RealizedItems realized={realized} />
            <OtherProxies realized={realized} />
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t px-4 py-1.5">
              <p className="min-w-0 flex-1 text-ink-muted" role="status">
                {words.summary(realized.readCount, realized.candidateCount, havingCount(realized))}
              </p>
              {realized.readCount < realized.candidateCount && (
                <Button
                  onClick={handleMore}
                  disabled={query.isFetching || read >= proxiesReadAtMost}
                  title={read >= proxiesReadAtMost ? words.readAll(proxiesReadAtMost) : undefined}
                >
                  {words.readMore}
                </Button>
              )}
            </div>
          </>
        )}
      </QueryBoundary>
    </section>
  );
}

function RealizedItems({ realized }: { realized: Realized }) {
  const rows = realizedRows(realized);
  const count = realized.proxies.reduce((sum, { itemCount }) => sum + itemCount, 0);
  if (rows.length === 0)
    return (
      <div className="flex-1">
        <EmptyState title={words.nothing} text={words.nothingText(realized.answeredCount)} />
      </div>
    );
  return (
    <>
      <div className="min-h-0 flex-1 max-lg:min-h-80">
        <DataTable
          name="items"
          rows={rows}
          columns={realizedColumns}
          rowId={({ id }) => id}
          placeholder={words.placeholder}
          initialSort={{ column: 'proxy', isDescending: false }}
          summary={(shown) => words.shown(shown.length, rows.length)}
          isDense
        />
      </div>
      {rows.length < count && (
        <p className="border-t px-4 py-1.5 text-xs text-ink-muted">{words.cut(rows.length, count)}</p>
      )}
    </>
  );
}

function havingCount({ proxies }: Realized): number {
  return proxies.filter(({ itemCount }) => itemCount > 0).length;
}
