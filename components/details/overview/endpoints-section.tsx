import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import type { Column } from '#components/ui/data-table/column.ts';
import { DataTable } from '#components/ui/data-table/data-table.tsx';
import { MiddleTruncate } from '#components/ui/middle-truncate.tsx';
import type { Endpoint } from '#lib/contract/details.ts';
import { TargetLink } from '../target-link.tsx';
import { overviewWords } from './overview-words.ts';
import { Section } from './section.tsx';
import { hasToolbar, tableHeight } from './table-height.ts';

type EndpointsSectionProps = { namespace: string; endpoints: readonly Endpoint[] };

/** The addresses behind a service, with the pods that have them. */
export function EndpointsSection({ namespace, endpoints }: EndpointsSectionProps) {
  const columns = useMemo(() => endpointColumns(namespace), [namespace]);
  return (
    <Section
      title={overviewWords.endpoints}
      note={endpoints.length === 0 ? overviewWords.noEndpoints : undefined}
    >
      {endpoints.length > 0 && (
        <div style={{ height: tableHeight(endpoints.length) }}>
          <DataTable
            name="endpoints"
            rows={endpoints}
            columns={columns}
            hasToolbar={hasToolbar(endpoints.length)}
            rowId={({ address, ports, pod }) => `${address} ${ports.join()} ${pod ?? ''}`}
          />
        </div>
      )}
    </Section>
  );
}

function endpointColumns(namespace: string): Column<Endpoint>[] {
  return [
    {
      id: 'address',
      title: 'Address',
      value: (row) => `${row.address}:${row.ports.join(',')}`,
      cell: (row) => (
        <span className="mono">
          {row.address}
          <span className="text-ink-muted">:{row.ports.join(',')}</span>
        </span>
      ),
    },
    {
      id: 'ready',
      title: 'State',
      value: (row) => (row.isReady ? 'Ready' : 'Not ready'),
      cell: (row) => {
        const Icon = row.isReady ? CircleCheck : TriangleAlert;
        return (
          <span className={`inline-flex items-center gap-1.5 ${row.isReady ? 'text-ok' : 'text-warn'}`}>
            <Icon size={14} aria-hidden />
            {row.isReady ? 'Ready' : 'Not ready'}
          </span>
        );
      },
      width: 110,
    },
    {
      id: 'workload',
      title: 'Workload',
      value: (row) => row.workload,
      cell: (row) =>
        row.workload === undefined ? (
          '–'
        ) : (
          <TargetLink target={{ kind: 'workload', namespace, name: row.workload }} />
        ),
      width: 150,
    },
    { id: 'version', title: 'Version', value: (row) => row.version, width: 90, isWideOnly: true },
    {
      id: 'pod',
      title: 'Pod',
      value: (row) => row.pod,
      cell: (row) => (
        <span className="mono flex">
          <MiddleTruncate text={row.pod ?? '–'} />
        </span>
      ),
      isWideOnly: true,
    },
  ];
}
