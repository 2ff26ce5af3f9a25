import { Tag } from '#components/ui/chip.tsx';
import type { Column } from '#components/ui/data-table/column.ts';
import { ObjectLink } from '#components/ui/object-link.tsx';
import type { AppliedObject } from '#lib/contract/applied-config.ts';
import { kindTitle } from '#lib/objects/config-kinds.ts';
import { words } from './words.ts';

/** Columns of the objects that apply. */
export const configColumns: readonly Column<AppliedObject>[] = [
  {
    id: 'kind',
    isWideOnly: true,
    title: words.kind,
    width: 168,
    value: ({ object }) => kindTitle(object.kind),
    cell: ({ object }) => <Tag>{kindTitle(object.kind)}</Tag>,
  },
  {
    id: 'name',
    title: words.name,
    width: 176,
    value: ({ object }) => object.name,
    cell: ({ object }) => <ObjectLink object={object} className="font-medium text-accent hover:underline" />,
    narrowCell: ({ object }) => (
      <span className="flex flex-col leading-[18px]">
        <ObjectLink object={object} className="truncate font-medium text-accent hover:underline" />
        <span className="truncate text-xs text-ink-muted">{kindTitle(object.kind)}</span>
      </span>
    ),
  },
  {
    id: 'namespace',
    title: words.namespace,
    width: 112,
    isWideOnly: true,
    value: ({ object }) => object.namespace,
  },
  {
    id: 'scope',
    title: words.applies,
    width: 112,
    isWideOnly: true,
    value: ({ scope }) => words.scopes[scope],
  },
  {
    id: 'says',
    title: words.says,
    value: ({ says }) => says.join('; '),
    cell: ({ says }) => <span title={says.join('\n')}>{says.join('; ')}</span>,
  },
  { id: 'why', title: words.why, width: 280, value: ({ why }) => why, isHiddenByDefault: true },
  {
    id: 'created',
    title: words.created,
    width: 168,
    value: ({ createdAt }) => createdAt,
    isHiddenByDefault: true,
  },
];
