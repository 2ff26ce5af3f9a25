import type { Column } from '#components/ui/data-table/column.ts';
import { MiddleTruncate } from '#components/ui/middle-truncate.tsx';
import { WhyPopover } from '#components/ui/why-popover.tsx';
import type { CapturedPod } from '#lib/contract/ambient.ts';
import { CaptureBadge } from './capture-badge.tsx';
import { words } from './words.ts';

export const capturedColumns: readonly Column<CapturedPod>[] = [
  {
    id: 'pod',
    title: words.pod,
    value: (row) => row.pod,
    cell: (row) => <MiddleTruncate text={row.pod} />,
    narrowCell: (row) => (
      <span className="flex flex-col leading-[18px]">
        <span className="truncate font-medium">{row.pod}</span>
        <span className="text-xs">
          <CaptureBadge state={row.state} />
        </span>
      </span>
    ),
    width: 260,
  },
  { id: 'namespace', title: words.namespace, value: (row) => row.namespace, width: 112, isWideOnly: true },
  { id: 'node', title: words.node, value: (row) => row.node, width: 112, isWideOnly: true },
  {
    id: 'state',
    title: words.state,
    value: (row) => words.states[row.state],
    cell: (row) => <CaptureBadge state={row.state} />,
    width: 124,
    isWideOnly: true,
  },
  {
    id: 'waypoint',
    title: words.waypoint,
    value: (row) => row.waypoint && `${row.waypoint.namespace}/${row.waypoint.name}`,
    width: 150,
    isWideOnly: true,
  },
  {
    id: 'why',
    title: words.why,
    value: (row) => row.why.text,
    cell: (row) => (
      <span className="flex items-center gap-2">
        <span className="truncate">{row.why.text}</span>
        <WhyPopover title={words.whyTitle(row.pod)} explanation={row.why} />
      </span>
    ),
    isWideOnly: true,
  },
];
