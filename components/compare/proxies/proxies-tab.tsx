'use client';

import { useMemo } from 'react';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import type { ProxyComparison, ProxyComparisonItem } from '#lib/contract/compare-proxies.ts';
import { CompareTable } from '../compare-table.tsx';
import { LeftOut } from '../left-out.tsx';
import { SidesLine } from '../sides-line.tsx';
import { useProxyComparison } from '../use-comparison.ts';
import { words } from '../words.ts';
import { differingCount } from './differing-count.ts';
import { proxyColumns } from './proxy-columns.tsx';
import { ProxyDetail } from './proxy-detail.tsx';
import { proxyFacets } from './proxy-facets.ts';

/** The Envoys of both sides by pairs, with how much of their configuration differs; a row opens all of it. */
export function ProxiesTab() {
  const query = useProxyComparison();
  return (
    <div className="flex h-full min-h-0 flex-col">
      <QueryBoundary
        query={query}
        isEmpty={({ proxies }) => proxies.length === 0}
        empty={<EmptyState title={words.noProxies} text={words.noProxiesText} />}
      >
        {(comparison) => <Compared comparison={comparison} />}
      </QueryBoundary>
    </div>
  );
}

const detailHeight = 460;

function Compared({ comparison: { sides, proxies, leftOut } }: { comparison: ProxyComparison }) {
  const compared = proxies.filter(({ sections }) => sections !== undefined);
  const differing = compared.filter((proxy) => differingCount(proxy) > 0);
  const detail = useMemo(
    () => ({
      height: detailHeight,
      content: (row: ProxyComparisonItem) => <ProxyDetail proxy={row} />,
    }),
    [],
  );
  return (
    <>
      <SidesLine sides={sides} />
      <p className="shrink-0 px-4 pb-2 text-ink-muted">
        {words.comparedCount(compared.length, proxies.length)}, {words.differing(differing.length)}.
      </p>
      <div className="min-h-80 flex-1 border-t">
        <CompareTable
          name={words.proxies.toLowerCase()}
          rows={proxies}
          columns={proxyColumns}
          facets={proxyFacets}
          rowId={proxyRowId}
          detail={detail}
        />
      </div>
      <LeftOut title={words.leftOut} sentences={leftOut} />
    </>
  );
}

function proxyRowId({ namespace, beforePod, afterPod }: ProxyComparisonItem): string {
  return `${namespace}/${afterPod ?? beforePod}`;
}
