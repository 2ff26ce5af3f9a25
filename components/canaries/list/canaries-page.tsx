'use client';

import { Calculator } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { Button } from '#components/ui/button.tsx';
import { withClusterColumn } from '#components/ui/data-table/cluster-column.ts';
import { DataTable } from '#components/ui/data-table/data-table.tsx';
import { useAddressView } from '#components/ui/data-table/use-address-view.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { OneClusterLine } from '#components/ui/one-cluster-line.tsx';
import { Popover } from '#components/ui/popover.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { useUrlState } from '#components/ui/use-url-state.ts';
import { canaryPath } from '#lib/canary-path.ts';
import type { CanaryItem } from '#lib/contract/canaries.ts';
import { canaryId } from '../canary-id.ts';
import { useCanaries } from '../use-canaries.ts';
import { countVerdicts } from '../verdict-order.ts';
import { WhatIfPanel } from '../what-if/what-if-panel.tsx';
import { words as whatIfWords } from '../what-if/words.ts';
import { words as canaryWords } from '../words.ts';
import { canaryColumns } from './canary-columns.tsx';
import { filterCanaries } from './canary-facets.ts';
import { CanaryFilters } from './canary-filters.tsx';
import { canariesUrl } from './list-state.ts';
import { NoCanaries } from './no-canaries.tsx';
import { words } from './words.ts';

/** Every weighted rule of the namespaces in view with its verdict, worst first. */
export function CanariesPage() {
  const query = useCanaries();
  const items = query.data?.data.items;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 px-4">
        <h1 className="text-lg font-semibold tracking-tight">{words.title}</h1>
        {items !== undefined && items.length > 0 && <span className="text-ink-muted">{sumLine(items)}</span>}
        <span className="flex-1" />
        <WhatIfButton />
      </div>
      {items?.every(({ cluster }) => cluster === undefined) && <OneClusterLine />}
      <QueryBoundary query={query} isEmpty={(data) => data.items.length === 0} empty={<NoCanaries />}>
        {(data) => <CanariesTable items={data.items} />}
      </QueryBoundary>
    </div>
  );
}

/** `4 weighted rules: 1 mismatch, 3 consistent` */
function sumLine(items: readonly CanaryItem[]): string {
  const counts = countVerdicts(items).map(({ status, count }) => canaryWords.counted(status, count));
  return `${words.sum(items.length)}: ${counts.join(', ')}`;
}

function WhatIfButton() {
  return (
    <Popover
      label={whatIfWords.title}
      align="end"
      className="w-[400px] p-4"
      trigger={
        <Button title={whatIfWords.openTitle}>
          <Calculator size={14} aria-hidden /> {whatIfWords.open}
        </Button>
      }
    >
      <WhatIfPanel configuredPercent={10} actualPercent={12} />
    </Popover>
  );
}

function CanariesTable({ items }: { items: CanaryItem[] }) {
  const [state, change] = useUrlState(canariesUrl);
  const view = useAddressView('canaries', state, change);
  const router = useRouter();
  const address = useScopedAddress();
  const rows = useMemo(() => filterCanaries(items, state), [items, state]);
  const columns = useMemo(() => withClusterColumn(canaryColumns, items), [items]);
  return (
    <div className="min-h-0 flex-1 border-t">
      <DataTable
        name="canaries"
        rows={rows}
        columns={columns}
        rowId={canaryId}
        clusterOf={clusterOf}
        view={view}
        hasTwoLines
        filters={<CanaryFilters items={items} state={state} change={change} />}
        totalCount={items.length}
        onRowClick={({ cluster, object, route }) =>
          router.push(address(canaryPath(object, route), { cluster }))
        }
        empty={<EmptyState isSmall title={words.noneMatch} text={words.noneMatchText} />}
      />
    </div>
  );
}

function clusterOf({ cluster }: CanaryItem): string | undefined {
  return cluster;
}
