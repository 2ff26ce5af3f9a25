'use client';

import type { Column } from '#components/ui/data-table/column.ts';
import { type EcdsRow, ecdsSectionSchema } from '#lib/contract/proxy-sections.ts';
import type { ProxyTabProps } from '#lib/proxy-target.ts';
import { columnTitles } from '../column-titles.ts';
import { detailWords } from '../detail-words.ts';
import type { SectionDefinition } from '../section/section-definition.ts';
import { SectionView } from '../section/section-view.tsx';
import { FactList } from '../shared/fact-list.tsx';
import { Mono } from '../shared/mono.tsx';
import { hiddenColumns, objectColumn, stateColumn } from '../shared/shared-columns.tsx';
import { stateFacet } from '../shared/state-facet.ts';
import { words } from '../words.ts';

const ecdsColumns: readonly Column<EcdsRow>[] = [
  {
    id: 'ecdsName',
    title: columnTitles.ecdsName,
    value: ({ ecdsName }) => ecdsName,
    cell: ({ ecdsName }) => <Mono text={ecdsName} />,
  },
  {
    id: 'type',
    title: columnTitles.type,
    value: ({ type }) => type,
    cell: ({ type }) => <Mono text={type} isMuted />,
    isWideOnly: true,
  },
  {
    id: 'usedBy',
    title: columnTitles.usedBy,
    value: ({ usedBy }) => usedBy.join(', '),
    cell: ({ usedBy }) => <Mono text={usedBy.join(', ')} title={usedBy.join('\n')} />,
    isWideOnly: true,
  },
  objectColumn(),
  stateColumn(),
  ...hiddenColumns<EcdsRow>(),
];

const filters: SectionDefinition<EcdsRow> = {
  id: 'ecds',
  schema: ecdsSectionSchema,
  noun: ['filter', 'filters'],
  resourceOf: ({ ecdsName }) => ecdsName,
  columns: () => ecdsColumns,
  sort: { column: 'ecdsName', isDescending: false },
  facets: [{ id: 'type', title: words.facets.type, read: ({ type }) => [type] }, stateFacet()],
  placeholder: words.placeholders.ecds,
  empty: words.empty.ecds,
  Details: ({ row }) => (
    <FactList
      facts={[{ term: detailWords.usedBy, value: <span className="mono">{row.usedBy.join(', ')}</span> }]}
    />
  ),
  detailsHeight: 360,
};

/** Filters that the proxy fetches by name, as those of WasmPlugins. */
export function EcdsTab({ target }: ProxyTabProps) {
  return <SectionView target={target} definition={filters} />;
}
