'use client';

import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { Button } from '#components/ui/button.tsx';
import { withClusterColumn } from '#components/ui/data-table/cluster-column.ts';
import { DataTable } from '#components/ui/data-table/data-table.tsx';
import { useAddressView } from '#components/ui/data-table/use-address-view.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { FacetMenu } from '#components/ui/facet-menu.tsx';
import { facetsInUse } from '#components/ui/facets-in-use.ts';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { useUrlState } from '#components/ui/use-url-state.ts';
import type { ObjectItem } from '#lib/contract/objects.ts';
import { formatQuantity } from '#lib/format-count.ts';
import { objectPath } from '#lib/object-path.ts';
import { words } from '../words.ts';
import { filterObjects, objectFacetOptions, objectFacets } from './list-facets.ts';
import { objectsUrl } from './list-state.ts';
import { objectColumns } from './object-columns.tsx';
import { useObjects } from './use-objects.ts';

/** Every Istio, Gateway API and Ingress object of the namespaces in view. */
export function ObjectsPage() {
  const query = useObjects();
  const items = query.data?.data.items;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 px-4">
        <h1 className="text-lg font-semibold tracking-tight">{words.list}</h1>
        {items !== undefined && items.length > 0 && <span className="text-ink-muted">{sumLine(items)}</span>}
      </div>
      <QueryBoundary
        query={query}
        isEmpty={(data) => data.items.length === 0}
        empty={<EmptyState title={words.none} text={words.noneText} />}
      >
        {(data) => <ObjectsTable items={data.items} />}
      </QueryBoundary>
    </div>
  );
}

function sumLine(items: readonly ObjectItem[]): string {
  const kinds = new Set(items.map(({ object }) => object.kind));
  const missing = items.filter((item) => item.missing.length > 0).length;
  const rejected = items.filter((item) => item.rejected !== undefined).length;
  return [
    `${formatQuantity(items.length, 'object')} of ${formatQuantity(kinds.size, 'kind')}`,
    ...(missing === 0 ? [] : [words.sumMissing(missing)]),
    ...(rejected === 0 ? [] : [words.sumRejected(rejected)]),
  ].join(' · ');
}

function ObjectsTable({ items }: { items: ObjectItem[] }) {
  const name = 'objects';
  const [state, change] = useUrlState(objectsUrl);
  const view = useAddressView(name, state, change);
  const router = useRouter();
  const address = useScopedAddress();
  const rows = useMemo(() => filterObjects(items, state), [items, state]);
  const columns = useMemo(() => withClusterColumn(objectColumns, items), [items]);
  const isFiltered = objectFacets.some(({ id }) => state[id].length > 0);
  return (
    <div className="min-h-0 flex-1 border-t">
      <DataTable
        name={name}
        rows={rows}
        columns={columns}
        rowId={rowId}
        clusterOf={clusterOf}
        view={view}
        filters={
          <>
            {facetsInUse(objectFacets, { rows: items, chosen: state }).map((facet) => (
              <FacetMenu
                key={facet.id}
                title={facet.title}
                options={objectFacetOptions(items, facet, state[facet.id])}
                chosen={state[facet.id]}
                onChange={(chosen) => change({ [facet.id]: chosen })}
              />
            ))}
            {isFiltered && (
              <Button look="quiet" onClick={() => change({ kind: [], force: [], clusters: [] })}>
                {words.clear}
              </Button>
            )}
          </>
        }
        totalCount={items.length}
        onRowClick={({ object, cluster }) => router.push(address(objectPath(object), { cluster }))}
        empty={<EmptyState isSmall title={words.noneMatch} text={words.noneMatchText} />}
      />
    </div>
  );
}

function rowId({ cluster = '', object: { kind, namespace, name } }: ObjectItem): string {
  return `${cluster}/${kind}/${namespace}/${name}`;
}

function clusterOf({ cluster }: ObjectItem): string | undefined {
  return cluster;
}
