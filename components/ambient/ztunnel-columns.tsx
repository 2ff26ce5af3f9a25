import type { Column } from '#components/ui/data-table/column.ts';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import type { ZtunnelItem } from '#lib/contract/ambient.ts';
import { words } from './words.ts';

export const ztunnelColumns: readonly Column<ZtunnelItem>[] = [
  {
    id: 'pod',
    title: words.pod,
    value: (row) => row.pod,
    cell: (row) => <span className="mono">{row.pod}</span>,
    width: 220,
  },
  { id: 'namespace', title: words.namespace, value: (row) => row.namespace, width: 140, isWideOnly: true },
  { id: 'node', title: words.node, value: (row) => row.node, width: 180 },
  {
    id: 'state',
    title: words.state,
    value: (row) => (row.isReady ? words.ready : words.notReady),
    cell: (row) => (
      <StatusBadge
        status={row.isReady ? 'healthy' : 'failing'}
        text={row.isReady ? words.ready : words.notReady}
      />
    ),
    width: 120,
  },
  {
    id: 'captured',
    title: words.captured,
    value: (row) => row.captured,
    isNumber: true,
    isWideOnly: true,
    width: 200,
  },
];
