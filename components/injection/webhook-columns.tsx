import type { Column } from '#components/ui/data-table/column.ts';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import type { Injection } from '#lib/contract/injection.ts';
import { words } from './words.ts';

type Webhook = Injection['webhooks'][number];

export const webhookColumns: readonly Column<Webhook>[] = [
  {
    id: 'name',
    title: words.webhook,
    value: (row) => row.name,
    cell: (row) => <span className="mono">{row.name}</span>,
    width: 240,
  },
  {
    id: 'state',
    title: words.state,
    value: (row) => (row.isDeactivated ? words.deactivated : words.active),
    cell: (row) => (
      <StatusBadge
        status={row.isDeactivated ? 'idle' : 'healthy'}
        text={row.isDeactivated ? words.deactivated : words.active}
      />
    ),
    width: 116,
  },
  { id: 'revision', title: words.revision, value: (row) => row.revision, width: 96, isWideOnly: true },
  { id: 'tag', title: words.tag, value: (row) => row.tag, width: 80, isWideOnly: true },
  { id: 'service', title: words.calls, value: (row) => row.service, width: 180, isWideOnly: true },
  {
    id: 'failure',
    title: words.failurePolicy,
    value: (row) => (row.failurePolicy === 'Fail' ? 'No pod is created' : 'Pods are created without a proxy'),
    width: 220,
    isWideOnly: true,
  },
  {
    id: 'namespaces',
    title: words.namespaces,
    value: (row) => row.namespaces.join(', '),
    isWideOnly: true,
  },
];
