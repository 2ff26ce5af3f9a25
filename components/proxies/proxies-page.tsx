'use client';

import { FileJson } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { withClusterColumn } from '#components/ui/data-table/cluster-column.ts';
import { DataTable } from '#components/ui/data-table/data-table.tsx';
import { useAddressView } from '#components/ui/data-table/use-address-view.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { useUrlState } from '#components/ui/use-url-state.ts';
import type { ProxyItem } from '#lib/contract/proxies.ts';
import { compareProxies, proxyItemId } from '#lib/proxy-status.ts';
import { proxyPath } from '#lib/proxy-target.ts';
import { AskProxies } from './ask-proxies.tsx';
import { fleetColumns } from './fleet-columns.tsx';
import { filterProxies } from './fleet-facets.ts';
import { FleetFilters } from './fleet-filters.tsx';
import { fleetUrl } from './fleet-state.ts';
import { sumLine } from './sum-line.ts';
import { useFleet } from './use-fleet.ts';
import { words } from './words.ts';

/** Every proxy of the namespaces in view, worst first. */
export function ProxiesPage() {
  const { fleet, asked } = useFleet();
  const items = fleet.data?.data.items;
  const address = useScopedAddress();
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 px-4">
        <h1 className="text-lg font-semibold tracking-tight">{words.title}</h1>
        {items !== undefined && items.length > 0 && <span className="text-ink-muted">{sumLine(items)}</span>}
        <span className="flex-1" />
        {items !== undefined && items.length > 0 && <AskProxies asked={asked} />}
        <Link
          href={address('/proxies/file')}
          title={words.fileTitle}
          className="inline-flex h-7 items-center gap-1.5 rounded-md border border-border bg-surface px-2 text-sm font-medium hover:bg-hover"
        >
          <FileJson size={14} aria-hidden />
          {words.file}
        </Link>
      </div>
      <QueryBoundary
        query={fleet}
        isEmpty={(data) => data.items.length === 0}
        empty={<EmptyState title={words.none} text={words.noneText} />}
      >
        {(data) => <FleetTable items={data.items} />}
      </QueryBoundary>
    </div>
  );
}

function FleetTable({ items }: { items: ProxyItem[] }) {
  const { nowMs } = useScope();
  const [state, change] = useUrlState(fleetUrl);
  const view = useAddressView('proxies', state, change);
  const router = useRouter();
  const address = useScopedAddress();
  const columns = useMemo(() => withClusterColumn(fleetColumns(nowMs), items, 'lastError'), [nowMs, items]);
  const sorted = useMemo(() => [...items].sort(compareProxies), [items]);
  const rows = useMemo(() => filterProxies(sorted, state), [sorted, state]);
  return (
    <div className="min-h-0 flex-1 border-t">
      <DataTable
        name="proxies"
        rows={rows}
        columns={columns}
        rowId={proxyItemId}
        clusterOf={clusterOf}
        view={view}
        filters={<FleetFilters items={items} state={state} change={change} />}
        totalCount={items.length}
        onRowClick={(item) => router.push(address(proxyPath(item), { cluster: item.cluster }))}
        empty={<EmptyState isSmall title={words.noneMatch} text={words.noneMatchText} />}
      />
    </div>
  );
}

function clusterOf({ cluster }: ProxyItem): string {
  return cluster;
}
