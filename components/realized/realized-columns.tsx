import { ConfidenceMark, confidenceLooks } from '#components/ui/confidence-mark.tsx';
import type { Column } from '#components/ui/data-table/column.ts';
import { ObjectLink } from '#components/ui/object-link.tsx';
import { linkConfidences } from '#lib/contract/proxy-links.ts';
import { ItemLink } from './item-link.tsx';
import { ProxyLink } from './proxy-link.tsx';
import type { RealizedRow } from './realized-row.ts';
import { words } from './words.ts';

/** One line for each item that leads to the object. */
export const realizedColumns: readonly Column<RealizedRow>[] = [
  {
    id: 'proxy',
    title: words.proxy,
    width: 216,
    isWideOnly: true,
    value: ({ namespace, pod }) => `${namespace}/${pod}`,
    sortValue: ({ place }) => place,
    cell: (row) => (
      <span className="flex min-w-0" title={`${row.namespace}/${row.pod}\n${row.why}`}>
        <ProxyLink target={row} />
      </span>
    ),
    group: ({ namespace, pod }) => `${namespace}/${pod}`,
  },
  {
    id: 'namespace',
    title: 'Namespace',
    width: 112,
    isWideOnly: true,
    isHiddenByDefault: true,
    value: ({ namespace }) => namespace,
  },
  {
    id: 'section',
    title: words.section,
    width: 88,
    isWideOnly: true,
    value: ({ section }) => words.sections[section],
  },
  {
    id: 'item',
    title: words.item,
    value: ({ title }) => title,
    cell: (row) => <ItemLink row={row} />,
    narrowCell: (row) => (
      <span className="flex flex-col leading-[18px]">
        <ItemLink row={row} />
        <span className="truncate text-xs text-ink-muted">
          {[words.sections[row.section], row.part ?? ''].join(' ').trim()}, {row.pod}
        </span>
      </span>
    ),
  },
  {
    id: 'part',
    title: words.part,
    width: 128,
    isWideOnly: true,
    value: ({ part }) => part,
    cell: ({ part, object }) =>
      part === undefined ? null : (
        <ObjectLink
          object={object}
          path={`spec.${part}`}
          className="mono text-xs text-accent hover:underline"
        >
          {part}
        </ObjectLink>
      ),
  },
  {
    id: 'confidence',
    title: words.sure,
    width: 96,
    value: ({ confidence }) => confidenceLooks[confidence].word,
    sortValue: ({ confidence }) => linkConfidences.indexOf(confidence),
    cell: ({ confidence, because }) => (
      <span title={because}>
        <ConfidenceMark confidence={confidence} hasWord />
      </span>
    ),
  },
  {
    id: 'relation',
    title: words.relation,
    width: 104,
    isWideOnly: true,
    value: ({ relation }) => words.relations[relation],
  },
  {
    id: 'state',
    title: words.state,
    width: 80,
    isWideOnly: true,
    value: ({ state }) => state,
  },
  {
    id: 'because',
    title: words.because,
    width: 360,
    isHiddenByDefault: true,
    value: ({ because }) => because,
    cell: ({ because }) => <span title={because}>{because}</span>,
  },
];
