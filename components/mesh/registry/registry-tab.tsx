'use client';

import { Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useTableUrl } from '../use-table-url.ts';
import { registryColumns } from './registry-columns.tsx';
import { RegistryDetails } from './registry-details.tsx';
import { useMeshRegistry } from './use-mesh-registry.ts';
import { words } from './words.ts';

const detailsHeight = 220;

/** Every service that istiod knows, from whatever registry. */
export function RegistryTab() {
  const { view, openRow, toggleRow, showsAll, showAll } = useTableUrl(words.services, 'hostname');
  const query = useMeshRegistry(showsAll);
  return (
    <div className="flex h-full min-h-0 flex-col">
      <QueryBoundary
        query={query}
        isEmpty={({ services }) => services.length === 0}
        empty={<EmptyState title={words.empty} text={words.emptyText} />}
      >
        {({ services, replica }) => (
          <>
            <div className="min-h-0 flex-1">
              <DataTable
                name={words.services}
                rows={services}
                columns={registryColumns(showsAll)}
                rowId={({ id }) => id}
                view={view}
                selectedId={openRow}
                onRowClick={({ id }) => toggleRow(id)}
                expansion={{
                  openId: openRow,
                  height: detailsHeight,
                  content: (service) => <RegistryDetails service={service} />,
                }}
                filters={
                  <Button isOn={showsAll} aria-pressed={showsAll} onClick={() => showAll(!showsAll)}>
                    {words.withEndpoints}
                  </Button>
                }
              />
            </div>
            {replica !== undefined && (
              <p className="border-t px-4 py-1.5 text-xs text-ink-muted">{words.told(replica)}</p>
            )}
          </>
        )}
      </QueryBoundary>
    </div>
  );
}
