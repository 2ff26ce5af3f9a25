'use client';

import type { RowData } from '@tanstack/react-table';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { type InSomeCluster, withClusterColumn } from '#components/ui/data-table/cluster-column.ts';
import { DataTable } from '#components/ui/data-table/data-table.tsx';
import { useAddressView } from '#components/ui/data-table/use-address-view.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { useUrlState } from '#components/ui/use-url-state.ts';
import { filterRows } from './filter-rows.ts';
import { ListFilters } from './filters/list-filters.tsx';
import type { ListDefinition } from './list-definition.ts';
import { listUrl } from './list-state.ts';
import { sumLine } from './sum-line.ts';
import { useList } from './use-list.ts';
import { words } from './words.ts';

type ListedRow = RowData & InSomeCluster;
type InventoryPageProps<Row> = { list: ListDefinition<Row>; hasNamespaces?: boolean };

/** Everything of one sort in the namespaces in view, worst first. */
export function InventoryPage<Row extends ListedRow>({
  list,
  hasNamespaces = true,
}: InventoryPageProps<Row>) {
  const query = useList(list, { hasNamespaces });
  const items = query.data?.data.items;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 px-4">
        <h1 className="text-lg font-semibold tracking-tight">{list.title}</h1>
        {items !== undefined && items.length > 0 && (
          <span className="text-ink-muted">{sumLine(items, list)}</span>
        )}
      </div>
      <QueryBoundary
        query={query}
        isEmpty={(data) => data.items.length === 0}
        empty={<EmptyState title={words.none(list.noun.many)} text={words.noneText} />}
      >
        {(data) => <InventoryTable list={list} items={data.items} />}
      </QueryBoundary>
    </div>
  );
}

function InventoryTable<Row extends ListedRow>({ list, items }: { list: ListDefinition<Row>; items: Row[] }) {
  const name = list.noun.many;
  const [state, change] = useUrlState(listUrl);
  const view = useAddressView(name, state, change);
  const router = useRouter();
  const address = useScopedAddress();
  const sorted = useMemo(() => [...items].sort(list.compare), [items, list]);
  const rows = useMemo(() => filterRows(sorted, list, state), [sorted, list, state]);
  const columns = useMemo(() => withClusterColumn(list.columns, items, 'kind'), [list, items]);
  return (
    <div className="min-h-0 flex-1 border-t">
      <DataTable
        name={name}
        rows={rows}
        columns={columns}
        rowId={list.rowId}
        clusterOf={clusterOf}
        view={view}
        filters={<ListFilters list={list} rows={items} state={state} change={change} />}
        totalCount={items.length}
        onRowClick={(row) => {
          const { path, own } = list.pageOf(row);
          router.push(address(path, own));
        }}
        empty={<EmptyState isSmall title={words.noneMatch(list.noun.one)} text={words.noneMatchText} />}
      />
    </div>
  );
}

function clusterOf({ cluster }: InSomeCluster): string | undefined {
  return cluster;
}
