import { Lock, LockOpen } from 'lucide-react';
import type { Column } from '#components/ui/data-table/column.ts';
import type { ClusterRow } from '#lib/contract/proxy-sections.ts';
import { isByDefault } from '#lib/proxy/own-words.ts';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import { columnTitles } from '../column-titles.ts';
import { Mono } from '../shared/mono.tsx';
import { hiddenColumns, objectColumn, stateColumn } from '../shared/shared-columns.tsx';
import { shortHost } from '../shared/short-host.ts';
import { words } from '../words.ts';

/** istioctl's columns of clusters, and how each is secured, limited and balanced. */
export function clusterColumns(target: ProxyTarget): readonly Column<ClusterRow>[] {
  const { namespace } = target;
  return [
    {
      id: 'fqdn',
      title: columnTitles.serviceFqdn,
      value: ({ serviceFqdn }) => serviceFqdn,
      group: ({ serviceFqdn }) => serviceFqdn,
      cell: ({ serviceFqdn }) =>
        serviceFqdn === '' ? (
          <span className="text-ink-muted">{words.thisWorkload}</span>
        ) : (
          <Mono text={shortHost(serviceFqdn, namespace)} title={serviceFqdn} />
        ),
      narrowCell: (row) => <NarrowCluster row={row} namespace={namespace} />,
    },
    {
      id: 'port',
      title: columnTitles.port,
      width: 64,
      value: ({ port }) => port,
      cell: ({ port }) => <Mono text={port} />,
      isWideOnly: true,
    },
    {
      id: 'subset',
      title: columnTitles.subset,
      width: 76,
      value: ({ subset }) => subset,
      cell: ({ subset }) => <Mono text={subset} isMuted={subset === '-'} />,
      isWideOnly: true,
    },
    {
      id: 'direction',
      title: columnTitles.direction,
      width: 88,
      value: ({ direction }) => direction,
      cell: ({ direction }) => <span className="text-ink-muted">{direction}</span>,
      isWideOnly: true,
    },
    {
      id: 'type',
      title: columnTitles.type,
      width: 108,
      value: ({ type }) => type,
      cell: ({ type }) => <Mono text={type} isMuted />,
      isWideOnly: true,
    },
    {
      id: 'destinationRule',
      title: columnTitles.destinationRule,
      width: 136,
      value: ({ destinationRule }) => destinationRule,
      cell: ({ destinationRule }) => <Mono text={destinationRule} />,
      isWideOnly: true,
    },
    {
      id: 'tls',
      title: columnTitles.tls,
      width: 132,
      value: ({ tls }) => tls,
      cell: ({ tls }) => <TlsText tls={tls} />,
      isWideOnly: true,
    },
    objectColumn(208),
    {
      id: 'limits',
      title: columnTitles.limits,
      width: 140,
      value: ({ circuitBreakers, outlierDetection }) => [...circuitBreakers, ...outlierDetection].join(', '),
      cell: ({ circuitBreakers, outlierDetection }) => (
        <span className="text-ink-muted" title={[...circuitBreakers, ...outlierDetection].join('\n')}>
          {[...circuitBreakers, ...outlierDetection].filter((limit) => !isByDefault(limit)).join(', ')}
        </span>
      ),
      isWideOnly: true,
    },
    { ...stateColumn(), width: 84 },
    {
      id: 'clusterName',
      title: columnTitles.name,
      value: ({ name }) => name,
      isHiddenByDefault: true,
      isWideOnly: true,
    },
    {
      id: 'loadBalancing',
      title: columnTitles.loadBalancing,
      width: 120,
      value: ({ loadBalancing }) => loadBalancing,
      isHiddenByDefault: true,
      isWideOnly: true,
    },
    {
      id: 'connectTimeout',
      title: columnTitles.connectTimeout,
      width: 120,
      value: ({ connectTimeout }) => connectTimeout,
      isHiddenByDefault: true,
      isWideOnly: true,
    },
    ...hiddenColumns<ClusterRow>(),
  ];
}

function TlsText({ tls }: { tls: string | undefined }) {
  if (tls === undefined) return <span className="text-ink-muted">–</span>;
  const Icon = tls === 'none' ? LockOpen : Lock;
  return (
    <span className="flex min-w-0 items-center gap-1.5 text-ink-muted" title={tls}>
      <Icon size={12} aria-hidden className="shrink-0" />
      <span className="truncate">{tls}</span>
    </span>
  );
}

function NarrowCluster({ row, namespace }: { row: ClusterRow; namespace: string }) {
  const { serviceFqdn, port, subset, direction, type } = row;
  return (
    <span className="flex min-w-0 flex-col leading-[18px]">
      <span className="mono truncate font-medium">
        {serviceFqdn === '' ? words.thisWorkload : shortHost(serviceFqdn, namespace)}
      </span>
      <span className="truncate text-xs text-ink-muted">
        {[port, subset, direction, type].filter((text) => text !== '-' && text !== '').join(' · ')}
      </span>
    </span>
  );
}
