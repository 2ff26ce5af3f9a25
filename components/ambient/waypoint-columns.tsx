import type { Column } from '#components/ui/data-table/column.ts';
import { ObjectLink } from '#components/ui/object-link.tsx';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import type { WaypointItem } from '#lib/contract/ambient.ts';
import { words } from './words.ts';

function trafficText({ trafficType, trafficTypeFrom }: WaypointItem): string {
  return trafficTypeFrom === 'default' ? `${trafficType} (${words.byDefault})` : trafficType;
}

export const waypointColumns: readonly Column<WaypointItem>[] = [
  {
    id: 'name',
    title: words.name,
    value: (row) => row.name,
    cell: ({ namespace, name }) => (
      <ObjectLink object={{ kind: 'Gateway', namespace, name }}>{name}</ObjectLink>
    ),
    width: 180,
  },
  { id: 'namespace', title: words.namespace, value: (row) => row.namespace, width: 120, isWideOnly: true },
  {
    id: 'revision',
    title: words.revision,
    value: (row) => row.revision ?? 'default',
    width: 96,
    isWideOnly: true,
  },
  { id: 'traffic', title: words.traffic, value: trafficText, width: 150, isWideOnly: true },
  {
    id: 'programmed',
    title: words.programmed,
    value: (row) => String(row.isProgrammed ?? ''),
    cell: (row) => <Programmed waypoint={row} />,
    width: 140,
  },
  {
    id: 'pods',
    title: words.pods,
    value: (row) => row.pods.filter(({ isReady }) => isReady).length,
    cell: (row) => `${row.pods.filter(({ isReady }) => isReady).length} of ${row.pods.length}`,
    isNumber: true,
    width: 72,
    isWideOnly: true,
  },
  { id: 'enrolled', title: words.enrolled, value: (row) => row.enrolled.length, isNumber: true, width: 88 },
  {
    id: 'errors',
    title: words.errors,
    value: (row) => row.errors.length,
    cell: (row) =>
      row.errors.length === 0 ? (
        <StatusBadge status="healthy" text={words.noErrors} />
      ) : (
        <StatusBadge status="failing" text={words.refused(row.errors.length)} />
      ),
    isWideOnly: true,
  },
];

function Programmed({ waypoint: { isProgrammed, message } }: { waypoint: WaypointItem }) {
  if (isProgrammed === undefined) return <StatusBadge status="unknown" text={words.unknown} />;
  return (
    <span title={message}>
      <StatusBadge
        status={isProgrammed ? 'healthy' : 'failing'}
        text={isProgrammed ? words.programmed : words.notProgrammed}
      />
    </span>
  );
}
