import { classNames } from '#components/ui/class-names.ts';
import type { Column } from '#components/ui/data-table/column.ts';
import { MiddleTruncate } from '#components/ui/middle-truncate.tsx';
import type { ProxyItem } from '#lib/contract/proxies.ts';
import { formatBytes } from '#lib/format-bytes.ts';
import { formatAge } from '#lib/format-time.ts';
import { proxyStatusRank } from '#lib/proxy-status.ts';
import { certificateText } from './certificate-text.ts';
import { DriftCell, driftText } from './drift-cell.tsx';
import { NarrowProxyCell, ProxyCell, WorkloadCell } from './proxy-cell.tsx';
import { SyncCell, syncText } from './sync-cell.tsx';
import { words } from './words.ts';

/** `nowMs` is what ages are counted to. */
export function fleetColumns(nowMs: number): Column<ProxyItem>[] {
  return [
    {
      id: 'drift',
      title: words.drift,
      value: driftText,
      sortValue: proxyStatusRank,
      cell: (item) => <DriftCell item={item} />,
      width: 168,
      isWideOnly: true,
    },
    {
      id: 'proxy',
      title: words.proxy,
      value: (item) => item.pod,
      cell: (item) => <ProxyCell item={item} />,
      narrowCell: (item) => <NarrowProxyCell item={item} />,
    },
    {
      id: 'namespace',
      title: words.namespace,
      value: (item) => item.namespace,
      width: 94,
      isWideOnly: true,
    },
    {
      id: 'workload',
      title: words.workload,
      value: (item) => item.workload?.name,
      cell: (item) => <WorkloadCell item={item} />,
      width: 112,
      isWideOnly: true,
    },
    { id: 'type', title: words.type, value: (item) => item.type, width: 70, isWideOnly: true },
    {
      id: 'version',
      title: words.version,
      value: (item) => item.version,
      cell: (item) => <span className="mono">{item.version ?? '–'}</span>,
      width: 74,
      isWideOnly: true,
    },
    {
      id: 'revision',
      title: words.revision,
      value: (item) => item.revision,
      width: 80,
      isHiddenByDefault: true,
      isWideOnly: true,
    },
    {
      id: 'istiod',
      title: words.istiod,
      value: (item) => item.istiod,
      cell: (item) => (item.istiod === undefined ? '–' : <MiddleTruncate text={item.istiod} />),
      width: 110,
      isHiddenByDefault: true,
      isWideOnly: true,
    },
    {
      id: 'connected',
      title: words.connected,
      value: (item) => item.connectedAt,
      cell: (item) => <Age at={item.connectedAt} nowMs={nowMs} />,
      width: 86,
      isWideOnly: true,
    },
    {
      id: 'sync',
      title: words.sync,
      value: (item) => syncText(item, nowMs),
      cell: (item) => <SyncCell item={item} nowMs={nowMs} />,
      width: 202,
      isWideOnly: true,
    },
    ...ownColumns(nowMs),
  ];
}

/** What the last refusal was, and what the proxies themselves say. */
function ownColumns(nowMs: number): Column<ProxyItem>[] {
  return [
    {
      id: 'lastError',
      title: words.lastError,
      value: (item) => item.lastError,
      cell: (item) => (
        <span className="text-ink-muted" title={item.lastError}>
          {item.lastError ?? '–'}
        </span>
      ),
      width: 92,
      isWideOnly: true,
    },
    {
      id: 'size',
      title: words.size,
      value: (item) => item.configBytes,
      cell: (item) => <span title={item.unanswered}>{formatBytes(item.configBytes)}</span>,
      isNumber: true,
      width: 74,
      isWideOnly: true,
    },
    {
      id: 'certificate',
      title: words.certificate,
      value: (item) => item.certificate?.notAfter,
      cell: (item) => (
        <span
          title={item.certificate?.notAfter}
          className={classNames(item.drift.some((one) => one.class === 'certificateOld') && 'text-warn')}
        >
          {certificateText(item, nowMs)}
        </span>
      ),
      isNumber: true,
      width: 82,
      isWideOnly: true,
    },
  ];
}

function Age({ at, nowMs }: { at: string | undefined; nowMs: number }) {
  if (at === undefined || nowMs === 0) return <span className="text-ink-muted">–</span>;
  return <span title={at}>{formatAge((nowMs - Date.parse(at)) / 1000)}</span>;
}
