'use client';

import { type ListenerRow, listenersSectionSchema } from '#lib/contract/proxy-sections.ts';
import { formatQuantity } from '#lib/format-count.ts';
import type { ProxyTabProps } from '#lib/proxy-target.ts';
import { objectFacet } from '../section/object-facet.ts';
import type { SectionDefinition } from '../section/section-definition.ts';
import { SectionView } from '../section/section-view.tsx';
import { stateFacet } from '../shared/state-facet.ts';
import { words } from '../words.ts';
import { listenerColumns } from './listener-columns.tsx';
import { ListenerDetails } from './listener-details.tsx';

const { facets } = words;

const listeners: SectionDefinition<ListenerRow> = {
  id: 'listeners',
  schema: listenersSectionSchema,
  noun: ['chain', 'chains'],
  resourceOf: ({ name }) => name,
  columns: listenerColumns,
  sort: { column: 'port', isDescending: false },
  facets: [
    { id: 'address', title: facets.address, read: ({ addresses }) => addresses.split(', ') },
    { id: 'port', title: facets.port, read: ({ port }) => [port] },
    { id: 'type', title: facets.type, read: ({ type }) => [type] },
    objectFacet(),
    stateFacet(),
    { id: 'name', title: facets.name, read: ({ name }) => [name], isHidden: true },
  ],
  placeholder: words.placeholders.listeners,
  summary: (rows) => ` of ${formatQuantity(new Set(rows.map(({ name }) => name)).size, 'listener')}`,
  empty: words.empty.listeners,
  Details: ListenerDetails,
  detailsHeight: 400,
};

/** Where the proxy takes connections, and what it does with each kind of them. */
export function ListenersTab({ target }: ProxyTabProps) {
  return <SectionView target={target} definition={listeners} />;
}
