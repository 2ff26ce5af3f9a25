import type { Column } from '#components/ui/data-table/column.ts';
import { objectText } from '#components/ui/object-text.ts';
import { ProxyLinks } from '#components/ui/proxy-links.tsx';
import type { FileRow, FileSection } from './file-sections.ts';
import { words } from './words.ts';

/** istioctl's columns, then the objects behind a row. */
export function fileColumns({ columns }: FileSection): Column<FileRow>[] {
  return [
    ...columns.map(({ field, title, width }, index): Column<FileRow> => {
      const textOf = ({ texts }: FileRow) => texts[field] ?? '';
      return {
        id: field,
        title,
        ...(width === undefined ? {} : { width }),
        isWideOnly: index > 1,
        value: textOf,
        cell: (row) => (
          <span className="mono" title={textOf(row)}>
            {textOf(row)}
          </span>
        ),
      };
    }),
    {
      id: 'objects',
      title: words.objects,
      width: 240,
      value: ({ links }) => links.map(objectText).join(', '),
      cell: ({ links }) => <ProxyLinks links={links} />,
    },
    { id: 'state', title: words.state, width: 88, isWideOnly: true, value: ({ state }) => state },
  ];
}
