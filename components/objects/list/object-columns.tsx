import { CreatedAt } from '#components/ui/created-at.tsx';
import type { Column } from '#components/ui/data-table/column.ts';
import { ObjectLink } from '#components/ui/object-link.tsx';
import { objectIcon } from '#components/ui/object-looks.ts';
import type { ObjectItem } from '#lib/contract/objects.ts';
import { kindTitle } from '#lib/objects/config-kinds.ts';
import { words } from '../words.ts';
import { forceValue, forceWord } from './list-facets.ts';
import { NarrowObject } from './narrow-object.tsx';
import { StateCell } from './state-cell.tsx';

/** Columns of the list of objects. */
export const objectColumns: readonly Column<ObjectItem>[] = [
  {
    id: 'kind',
    title: words.kind,
    width: 176,
    isWideOnly: true,
    value: ({ object }) => kindTitle(object.kind),
    cell: ({ object }) => <KindCell kind={object.kind} />,
  },
  {
    id: 'name',
    title: words.name,
    width: 190,
    value: ({ object }) => object.name,
    cell: ({ object }) => <ObjectLink object={object} className="font-medium hover:underline" />,
    narrowCell: (item) => <NarrowObject item={item} />,
  },
  {
    id: 'namespace',
    title: words.namespace,
    width: 112,
    isWideOnly: true,
    value: ({ object }) => (object.namespace === '' ? words.wholeCluster : object.namespace),
  },
  {
    id: 'says',
    title: words.says,
    isWideOnly: true,
    value: ({ says, rejected }) => rejected ?? says,
    cell: ({ says, rejected }) => <span title={rejected ?? says}>{rejected ?? says}</span>,
  },
  {
    id: 'force',
    title: words.force,
    width: 156,
    isWideOnly: true,
    value: (item) => forceWord(forceValue(item)),
    cell: (item) => <StateCell item={item} />,
  },
  {
    id: 'workloads',
    title: words.workloads,
    width: 88,
    isNumber: true,
    isWideOnly: true,
    value: ({ workloads }) => workloads,
  },
  {
    id: 'services',
    title: words.services,
    width: 80,
    isNumber: true,
    isWideOnly: true,
    value: ({ services }) => services,
  },
  {
    id: 'hosts',
    title: words.hosts,
    width: 200,
    isHiddenByDefault: true,
    isWideOnly: true,
    value: ({ hosts }) => hosts.join(', '),
  },
  {
    id: 'gateways',
    title: words.gateways,
    width: 140,
    isHiddenByDefault: true,
    isWideOnly: true,
    value: ({ gateways }) => gateways.join(', '),
  },
  {
    id: 'labels',
    title: words.labels,
    width: 200,
    isHiddenByDefault: true,
    isWideOnly: true,
    value: ({ labels }) =>
      Object.entries(labels)
        .map(([key, value]) => `${key}=${value}`)
        .join(', '),
  },
  {
    id: 'apiVersion',
    title: words.apiVersion,
    width: 200,
    isHiddenByDefault: true,
    isWideOnly: true,
    value: ({ apiVersion }) => apiVersion,
  },
  {
    id: 'created',
    title: words.age,
    width: 108,
    isWideOnly: true,
    value: ({ createdAt }) => createdAt,
    cell: ({ createdAt }) => createdAt !== undefined && <CreatedAt at={createdAt} />,
  },
];

function KindCell({ kind }: { kind: string }) {
  const Icon = objectIcon(kind);
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Icon size={14} strokeWidth={1.5} aria-hidden className="shrink-0 text-ink-muted" />
      <span className="truncate">{kindTitle(kind)}</span>
    </span>
  );
}
