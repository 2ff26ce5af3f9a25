import type { Column } from '#components/ui/data-table/column.ts';
import { MiddleTruncate } from '#components/ui/middle-truncate.tsx';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import type { PodInjection } from '#lib/contract/injection.ts';
import { VerdictBadge } from './verdict-badge.tsx';
import { words } from './words.ts';

export const podColumns: readonly Column<PodInjection>[] = [
  {
    id: 'pod',
    title: words.pod,
    value: (row) => row.pod,
    cell: (row) => <MiddleTruncate text={row.pod} />,
    narrowCell: (row) => (
      <span className="flex flex-col leading-[18px]">
        <span className="truncate font-medium">{row.pod}</span>
        <span className="truncate text-xs">
          <VerdictBadge verdict={row.verdict} />
        </span>
      </span>
    ),
    width: 250,
  },
  { id: 'namespace', title: words.namespace, value: (row) => row.namespace, width: 112, isWideOnly: true },
  {
    id: 'workload',
    title: words.workload,
    value: (row) => row.workload?.name,
    width: 140,
    isHiddenByDefault: true,
  },
  {
    id: 'has',
    title: words.has,
    value: (row) => (row.isInjected ? words.has : words.hasNone),
    cell: (row) =>
      row.isInjected ? (row.revision ?? words.has) : <span className="text-ink-muted">{words.hasNone}</span>,
    width: 110,
    isWideOnly: true,
  },
  {
    id: 'verdict',
    title: words.now,
    value: (row) => words.verdicts[row.verdict],
    cell: (row) => <VerdictBadge verdict={row.verdict} />,
    width: 124,
    isWideOnly: true,
  },
  {
    id: 'restart',
    title: words.restart,
    value: (row) => row.needsRestart,
    cell: (row) =>
      row.needsRestart === undefined ? null : (
        <span title={row.needsRestart}>
          <StatusBadge status="degraded" text={words.needsRestart} />
        </span>
      ),
    width: 132,
    isWideOnly: true,
  },
  { id: 'why', title: words.why, value: (row) => row.needsRestart ?? row.text, isWideOnly: true },
];
