'use client';

import { type ClusterRow, clustersSectionSchema } from '#lib/contract/proxy-sections.ts';
import { formatQuantity } from '#lib/format-count.ts';
import type { ProxyTabProps } from '#lib/proxy-target.ts';
import { objectFacet } from '../section/object-facet.ts';
import type { SectionDefinition } from '../section/section-definition.ts';
import { SectionView } from '../section/section-view.tsx';
import { stateFacet } from '../shared/state-facet.ts';
import { words } from '../words.ts';
import { clusterColumns } from './cluster-columns.tsx';
import { ClusterDetails } from './cluster-details.tsx';

const { facets } = words;

const clusters: SectionDefinition<ClusterRow> = {
  id: 'clusters',
  schema: clustersSectionSchema,
  noun: ['cluster', 'clusters'],
  resourceOf: ({ name }) => name,
  columns: clusterColumns,
  sort: { column: 'fqdn', isDescending: false },
  facets: [
    { id: 'fqdn', title: facets.service, read: ({ serviceFqdn }) => [serviceFqdn] },
    { id: 'port', title: facets.port, read: ({ port }) => [port] },
    { id: 'subset', title: facets.subset, read: ({ subset }) => [subset] },
    { id: 'direction', title: facets.direction, read: ({ direction }) => [direction] },
    objectFacet(),
    stateFacet(),
    { id: 'name', title: facets.name, read: ({ name }) => [name], isHidden: true },
  ],
  placeholder: words.placeholders.clusters,
  summary: (rows) => {
    const services = new Set(rows.map(({ serviceFqdn }) => serviceFqdn));
    return ` of ${formatQuantity(services.size, 'host')}`;
  },
  empty: words.empty.clusters,
  Details: ClusterDetails,
  detailsHeight: 400,
};

/** The groups of endpoints that the proxy knows, by the host they stand for. */
export function ClustersTab({ target }: ProxyTabProps) {
  return <SectionView target={target} definition={clusters} />;
}
