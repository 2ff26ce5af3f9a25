import type { Column } from '#components/ui/data-table/column.ts';
import { FullObjectLink } from '#components/ui/object-link.tsx';
import { WhyPopover } from '#components/ui/why-popover.tsx';
import type { Layer7Gap } from '#lib/contract/ambient.ts';
import { words } from './words.ts';

function affectedText({ affected }: Layer7Gap): string {
  return affected.map(({ namespace, name }) => `${namespace}/${name}`).join(', ');
}

export const gapColumns: readonly Column<Layer7Gap>[] = [
  {
    id: 'object',
    title: words.object,
    value: ({ object }) => `${object.kind} ${object.namespace}/${object.name}`,
    cell: ({ object }) => <FullObjectLink object={object} />,
    width: 330,
  },
  {
    id: 'effect',
    title: words.effect,
    value: ({ why }) => why.text,
    cell: ({ object, why }) => (
      <span className="flex items-center gap-2">
        <span className="truncate" title={why.text}>
          {why.text}
        </span>
        <WhyPopover title={words.whyTitle(object.name)} explanation={why} />
      </span>
    ),
    isWideOnly: true,
  },
  {
    id: 'affected',
    title: words.affected,
    value: affectedText,
    cell: (row) => <span title={affectedText(row)}>{affectedText(row)}</span>,
    width: 220,
  },
];
