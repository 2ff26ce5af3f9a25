import type { Column } from '#components/ui/data-table/column.ts';
import type { EndpointRow } from '#lib/contract/proxy-sections.ts';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import { columnTitles } from '../column-titles.ts';
import { ClusterLinks } from '../shared/cluster-links.tsx';
import { Mono } from '../shared/mono.tsx';
import { hiddenColumns, objectColumn, stateColumn } from '../shared/shared-columns.tsx';
import { words } from '../words.ts';
import { HealthCell, OutlierCell } from './health-cells.tsx';

/** istioctl's columns of endpoints, and whose they are, how they are weighted and what Envoy counts of them. */
export function endpointColumns(target: ProxyTarget): readonly Column<EndpointRow>[] {
  return [
    {
      id: 'endpoint',
      title: columnTitles.endpoint,
      width: 216,
      value: ({ endpoint }) => endpoint,
      cell: ({ endpoint }) => <Mono text={endpoint} />,
      narrowCell: (row) => <NarrowEndpoint row={row} target={target} />,
    },
    {
      id: 'status',
      title: columnTitles.status,
      width: 104,
      value: ({ status }) => status,
      cell: ({ status }) => <HealthCell status={status} />,
      isWideOnly: true,
    },
    {
      id: 'outlierCheck',
      title: columnTitles.outlierCheck,
      width: 112,
      value: ({ outlierCheck }) => outlierCheck,
      cell: ({ outlierCheck }) => <OutlierCell check={outlierCheck} />,
      isWideOnly: true,
    },
    {
      id: 'cluster',
      title: columnTitles.cluster,
      width: 232,
      value: ({ cluster }) => cluster,
      group: ({ cluster }) => cluster,
      cell: ({ cluster }) => <ClusterLinks clusters={[{ cluster }]} target={target} />,
      isWideOnly: true,
    },
    objectColumn(),
    {
      id: 'workload',
      title: columnTitles.workload,
      width: 132,
      value: ({ workload }) => workload,
      isWideOnly: true,
    },
    {
      id: 'tlsMode',
      title: columnTitles.tlsMode,
      width: 84,
      value: ({ tlsMode }) => tlsMode,
      cell: ({ tlsMode }) => <Mono text={tlsMode ?? '–'} isMuted />,
      isWideOnly: true,
    },
    {
      id: 'weight',
      title: columnTitles.weight,
      width: 72,
      value: ({ weight }) => weight,
      isNumber: true,
      isWideOnly: true,
    },
    {
      id: 'requests',
      title: columnTitles.requests,
      width: 88,
      value: ({ counters }) => counters.rq_total,
      isNumber: true,
      isWideOnly: true,
    },
    {
      id: 'priority',
      title: columnTitles.priority,
      width: 72,
      value: ({ priority }) => priority,
      isNumber: true,
      isHiddenByDefault: true,
      isWideOnly: true,
    },
    {
      id: 'locality',
      title: columnTitles.locality,
      width: 120,
      value: ({ locality }) => locality,
      isHiddenByDefault: true,
      isWideOnly: true,
    },
    {
      id: 'source',
      title: columnTitles.source,
      width: 120,
      value: ({ source }) => words.endpointSources[source],
      isHiddenByDefault: true,
      isWideOnly: true,
    },
    { ...stateColumn(), isHiddenByDefault: true },
    ...hiddenColumns<EndpointRow>(),
  ];
}

function NarrowEndpoint({ row, target }: { row: EndpointRow; target: ProxyTarget }) {
  return (
    <span className="flex min-w-0 flex-col leading-[18px]">
      <span className="flex min-w-0 items-center gap-2">
        <span className="mono truncate font-medium">{row.endpoint}</span>
        <HealthCell status={row.status} />
      </span>
      <span className="truncate text-xs text-ink-muted">
        <ClusterLinks clusters={[{ cluster: row.cluster }]} target={target} />
      </span>
    </span>
  );
}
