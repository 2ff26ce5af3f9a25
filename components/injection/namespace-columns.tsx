import type { Column } from '#components/ui/data-table/column.ts';
import type { NamespaceInjection } from '#lib/contract/injection.ts';
import { VerdictBadge } from './verdict-badge.tsx';
import { words } from './words.ts';

function labelText({ labels }: NamespaceInjection): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');
}

export const namespaceColumns: readonly Column<NamespaceInjection>[] = [
  {
    id: 'namespace',
    title: words.namespace,
    value: (row) => row.namespace,
    cell: (row) => <span className="font-medium">{row.namespace}</span>,
    narrowCell: (row) => (
      <span className="flex flex-col leading-[18px]">
        <span className="truncate font-medium">{row.namespace}</span>
        <span className="truncate text-xs">
          <VerdictBadge verdict={row.verdict} />
        </span>
      </span>
    ),
    width: 140,
  },
  {
    id: 'verdict',
    title: words.now,
    value: (row) => words.verdicts[row.verdict],
    cell: (row) => <VerdictBadge verdict={row.verdict} />,
    width: 124,
    isWideOnly: true,
  },
  { id: 'revision', title: words.revision, value: (row) => row.revision, width: 96, isWideOnly: true },
  {
    id: 'labels',
    title: words.labels,
    value: labelText,
    cell: (row) => (
      <span className="mono" title={labelText(row)}>
        {labelText(row)}
      </span>
    ),
    width: 220,
    isWideOnly: true,
  },
  {
    id: 'pods',
    title: words.has,
    value: (row) => row.pods.injected,
    cell: ({ pods }) => `${pods.injected} of ${pods.total}`,
    isNumber: true,
    width: 104,
  },
  {
    id: 'restart',
    title: words.needsRestart,
    value: (row) => row.pods.needRestart,
    isNumber: true,
    width: 124,
    isWideOnly: true,
  },
  { id: 'why', title: words.why, value: (row) => row.text, isWideOnly: true },
];
