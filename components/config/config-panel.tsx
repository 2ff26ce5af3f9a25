'use client';

import { DataTable } from '#components/ui/data-table/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useUrlState } from '#components/ui/use-url-state.ts';
import type { AppliedObject } from '#lib/contract/applied-config.ts';
import type { TargetTabProps } from '#lib/target-tab.ts';
import { configColumns } from './config-columns.tsx';
import { configUrl } from './config-state.ts';
import { ObjectDetails } from './object-details.tsx';
import { useAppliedConfig } from './use-applied-config.ts';
import { words } from './words.ts';

const manifestHeight = 360;

/** Every object that says something about a workload, service or application. */
export function ConfigPanel({ target }: TargetTabProps) {
  const [{ object: openId }, change] = useUrlState(configUrl);
  const query = useAppliedConfig(target);
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface">
      <QueryBoundary
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={<EmptyState title={words.empty} text={words.emptyText} />}
      >
        {({ items }) => (
          <>
            <div className="min-h-0 flex-1">
              <DataTable
                name="objects"
                rows={items}
                columns={configColumns}
                rowId={rowId}
                selectedId={openId}
                onRowClick={(item) =>
                  change({ object: rowId(item) === openId ? '' : rowId(item) }, { history: 'replace' })
                }
                expansion={{
                  openId,
                  height: manifestHeight,
                  content: (item) => <ObjectDetails item={item} />,
                }}
              />
            </div>
            <p className="border-t px-4 py-1.5 text-xs text-ink-muted">{words.footnote}</p>
          </>
        )}
      </QueryBoundary>
    </div>
  );
}

function rowId({ object: { kind, namespace, name } }: AppliedObject): string {
  return `${kind}/${namespace}/${name}`;
}
