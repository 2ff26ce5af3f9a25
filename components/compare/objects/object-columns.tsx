import type { Column } from '#components/ui/data-table/column.ts';
import { ObjectLink } from '#components/ui/object-link.tsx';
import type { ObjectDifference } from '#lib/contract/compare-objects.ts';
import { kindTitle } from '#lib/objects/config-kinds.ts';
import { ChangeChip } from '../change-chip.tsx';
import { words } from '../words.ts';

/** Columns of the objects that differ. */
export const objectColumns: readonly Column<ObjectDifference>[] = [
  {
    id: 'change',
    title: words.change,
    width: 118,
    isWideOnly: true,
    value: ({ change }) => words.changes[change],
    cell: ({ change }) => <ChangeChip change={change} />,
  },
  {
    id: 'kind',
    title: words.kind,
    width: 170,
    isWideOnly: true,
    value: ({ object }) => kindTitle(object.kind),
  },
  {
    id: 'name',
    title: words.name,
    width: 290,
    value: ({ object }) => object.name,
    cell: (row) => <Name row={row} />,
    narrowCell: (row) => (
      <span className="flex min-w-0 items-center gap-2">
        <span className="flex min-w-0 flex-1 flex-col leading-[18px]">
          <Name row={row} />
          <span className="truncate text-xs text-ink-muted">
            {kindTitle(row.object.kind)} ·{' '}
            {row.object.namespace === '' ? words.wholeCluster : row.object.namespace}
          </span>
        </span>
        <ChangeChip change={row.change} />
      </span>
    ),
  },
  {
    id: 'namespace',
    title: words.namespace,
    width: 120,
    isWideOnly: true,
    value: ({ object }) => (object.namespace === '' ? words.wholeCluster : object.namespace),
  },
  {
    id: 'fields',
    title: words.fields,
    width: 72,
    isNumber: true,
    isWideOnly: true,
    value: ({ fieldCount }) => (fieldCount === 0 ? undefined : fieldCount),
  },
  {
    id: 'paths',
    title: words.fieldsDiffer,
    isWideOnly: true,
    value: ({ paths }) => paths.join(', '),
    cell: ({ paths }) => (
      <span className="mono text-xs" title={paths.join('\n')}>
        {paths.join(', ')}
      </span>
    ),
  },
  {
    id: 'maker',
    title: words.madeBy,
    width: 220,
    isWideOnly: true,
    value: ({ madeBy }) => madeBy,
    cell: ({ madeBy }) => <span className="text-ink-muted">{madeBy}</span>,
  },
];

/** What is gone has no page any more. */
function Name({ row: { object, change } }: { row: ObjectDifference }) {
  if (change === 'removed') return <span className="truncate font-medium">{object.name}</span>;
  return (
    <span className="truncate font-medium">
      <ObjectLink object={object} className="hover:underline" />
    </span>
  );
}
