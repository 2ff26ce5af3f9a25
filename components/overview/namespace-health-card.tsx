'use client';

import Link from 'next/link';
import { classNames } from '#components/ui/class-names.ts';
import { hasSeveralClusters } from '#components/ui/data-table/cluster-column.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { healthLooks } from '#components/ui/health-looks.ts';
import { MiddleTruncate } from '#components/ui/middle-truncate.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { ClusterHere, InCluster } from '#components/ui/scope/in-cluster.tsx';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { Sparkline } from '#components/ui/sparkline.tsx';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import type { NamespaceItem } from '#lib/contract/namespaces.ts';
import { formatLength } from '#lib/format-range.ts';
import { formatRateFigure } from '#lib/format-rate.ts';
import { formatShareFigure } from '#lib/format-share.ts';
import { namespaceStatus } from '#lib/namespace-status.ts';
import { BecauseCell } from './because-cell.tsx';
import { Card } from './card.tsx';
import { CardTable, Cell } from './card-table.tsx';
import type { useNamespaceHealth } from './use-namespace-health.ts';
import { words } from './words.ts';
import { WorkloadsBar } from './workloads-bar.tsx';

export function NamespaceHealthCard({ query, shown }: ReturnType<typeof useNamespaceHealth>) {
  const { rangeSeconds } = useScope();
  const address = useScopedAddress();
  return (
    <Card
      title={words.health}
      hint={words.worstFirst}
      link={{ text: words.all('Namespaces'), href: address('/namespaces') }}
      className="lg:col-span-12 xl:col-span-8"
    >
      <QueryBoundary
        query={query}
        isSmall
        showsWarnings={false}
        isEmpty={() => shown.length === 0}
        empty={<EmptyState isSmall title={words.noNamespaces} text={words.noNamespacesText} />}
      >
        {() => (
          <CardTable
            label={words.health}
            heads={[
              { title: 'Namespace', width: 112 },
              { title: 'Health', width: 110 },
              { title: 'Because', isWideOnly: true },
              { title: 'Workloads', width: 96, isWideOnly: true },
              { title: 'req/s', width: 58, isNumber: true },
              { title: 'Errors', unit: '%', width: 68, isNumber: true },
              { title: formatLength(rangeSeconds), width: 92, isWideOnly: true },
            ]}
          >
            {shown.map((item) => (
              <InCluster
                key={`${item.cluster} ${item.name}`}
                name={item.cluster}
                isSaid={hasSeveralClusters(shown)}
              >
                <NamespaceRow
                  item={item}
                  href={address('/graph', { namespaces: item.name, cluster: item.cluster })}
                />
              </InCluster>
            ))}
          </CardTable>
        )}
      </QueryBoundary>
    </Card>
  );
}

function NamespaceRow({ item, href }: { item: NamespaceItem; href: string }) {
  const status = namespaceStatus(item);
  const color = status === 'failing' ? healthLooks.failing.markColor : 'var(--mark-tcp)';
  const isSilent = status === 'notInMesh';
  return (
    <>
      <tr className="max-lg:[&>td]:border-b-0 lg:nth-last-2:[&>td]:border-b-0">
        <Cell>
          <Link href={href} className="font-medium hover:underline">
            <MiddleTruncate text={item.name} />
          </Link>
          <span className="block truncate text-xs leading-4 text-ink-muted">
            <ClusterHere separator="" />
          </span>
        </Cell>
        <Cell>
          <StatusBadge status={status} />
        </Cell>
        <Cell isWideOnly className="py-1">
          <BecauseCell item={item} status={status} />
        </Cell>
        <Cell isWideOnly>
          <WorkloadsBar workloads={item.workloads} />
        </Cell>
        <Cell isNumber>{isSilent ? '–' : formatRateFigure(item.requestsPerSecond)}</Cell>
        <Cell
          isNumber
          className={classNames(
            'max-lg:pr-3',
            status === 'failing' && (item.errorShare ?? 0) > 0 && 'text-fail',
          )}
        >
          {formatShareFigure(item.errorShare)}
        </Cell>
        <Cell isWideOnly>
          {item.series === undefined || item.series.length === 0 ? (
            <span className="text-ink-muted">{isSilent ? words.noProxy : '–'}</span>
          ) : (
            <Sparkline points={item.series.map(([at, rate]) => ({ at, value: rate }))} color={color} />
          )}
        </Cell>
      </tr>
      <tr className="lg:hidden">
        <td colSpan={4} className="border-b px-3 pb-1.5 text-sm text-ink-muted">
          <BecauseCell item={item} status={status} />
        </td>
      </tr>
    </>
  );
}
