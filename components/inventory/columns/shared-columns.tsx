import type { Column } from '#components/ui/data-table/column.ts';
import { healthLooks } from '#components/ui/health-looks.ts';
import { HealthReasonsWhy } from '#components/ui/health-why.tsx';
import { MembershipBadge } from '#components/ui/membership-badge.tsx';
import { objectText } from '#components/ui/object-text.ts';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import { type Item, itemStatus, statusRank } from '#lib/item-status.ts';
import { membershipWords } from '#lib/membership-words.ts';
import type { TargetKind } from '#lib/target.ts';
import { NameCell, NarrowNameCell } from '../cells/name-cell.tsx';
import { ObjectsCell } from '../cells/objects-cell.tsx';
import { words } from '../words.ts';

/** The columns that say what a thing is and how it does. */
export function identityColumns<Row extends Item>(kind: TargetKind): Column<Row>[] {
  return [
    {
      id: 'health',
      title: words.health,
      value: (row) => healthLooks[itemStatus(row)].word,
      sortValue: (row) => statusRank(itemStatus(row)),
      cell: (row) => (
        <span className="flex items-center gap-1.5" title={row.health.reasons[0]?.text}>
          <StatusBadge status={itemStatus(row)} />
          {row.health.reasons.length > 0 && <HealthReasonsWhy name={row.name} health={row.health} />}
        </span>
      ),
      width: 142,
      isWideOnly: true,
    },
    {
      id: 'name',
      title: words.name,
      value: (row) => row.name,
      cell: (row) => <NameCell kind={kind} item={row} />,
      narrowCell: (row) => <NarrowNameCell kind={kind} item={row} />,
    },
    { id: 'namespace', title: words.namespace, value: (row) => row.namespace, width: 98, isWideOnly: true },
    {
      id: 'inMesh',
      title: words.inMesh,
      value: (row) => membershipWords[row.inMesh.mode],
      cell: (row) => <MembershipBadge name={row.name} inMesh={row.inMesh} />,
      width: 138,
      isWideOnly: true,
    },
  ];
}

/** What is read off labels and configuration; most of it can be asked for. */
export function configurationColumns<Row extends Item>({ objectsWidth = 156 } = {}): Column<Row>[] {
  return [
    {
      id: 'versions',
      title: words.versions,
      value: (row) => row.versions.join(', '),
      cell: (row) => (
        <span className="mono">{row.versions.length === 0 ? '–' : row.versions.join(', ')}</span>
      ),
      width: 64,
      isWideOnly: true,
    },
    {
      id: 'labels',
      title: words.labels,
      value: (row) => labelsText(row.labels),
      cell: (row) => (
        <span className="mono text-ink-muted" title={labelsText(row.labels).replaceAll(', ', '\n')}>
          {labelsText(row.labels)}
        </span>
      ),
      width: 220,
      isHiddenByDefault: true,
      isWideOnly: true,
    },
    {
      id: 'objects',
      title: words.objects,
      value: (row) => row.objects.map(objectText).join(', '),
      sortValue: (row) => row.objects.length,
      cell: (row) => <ObjectsCell objects={row.objects} />,
      width: objectsWidth,
      isWideOnly: true,
    },
  ];
}

function labelsText(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');
}
