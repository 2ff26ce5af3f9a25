'use client';

import { type EndpointRow, endpointsSectionSchema } from '#lib/contract/proxy-sections.ts';
import { formatQuantity } from '#lib/format-count.ts';
import type { ProxyTabProps } from '#lib/proxy-target.ts';
import { objectFacet } from '../section/object-facet.ts';
import type { SectionDefinition } from '../section/section-definition.ts';
import { SectionView } from '../section/section-view.tsx';
import { words } from '../words.ts';
import { endpointColumns } from './endpoint-columns.tsx';
import { EndpointDetails } from './endpoint-details.tsx';

const { facets } = words;

const endpoints: SectionDefinition<EndpointRow> = {
  id: 'endpoints',
  schema: endpointsSectionSchema,
  noun: ['endpoint', 'endpoints'],
  resourceOf: ({ cluster }) => cluster,
  columns: endpointColumns,
  sort: { column: 'cluster', isDescending: false },
  facets: [
    { id: 'upstream', title: facets.cluster, read: ({ cluster }) => [cluster] },
    { id: 'address', title: facets.address, read: ({ endpoint }) => [addressOf(endpoint)] },
    { id: 'port', title: facets.port, read: ({ endpoint }) => portOf(endpoint) },
    {
      id: 'status',
      title: facets.status,
      read: ({ status, outlierCheck }) => statusesOf(status, outlierCheck),
    },
    objectFacet(),
  ],
  placeholder: words.placeholders.endpoints,
  summary: (rows) => ` of ${formatQuantity(new Set(rows.map(({ cluster }) => cluster)).size, 'cluster')}`,
  empty: words.empty.endpoints,
  Details: EndpointDetails,
  detailsHeight: 400,
};

function addressOf(endpoint: string): string {
  return endpoint.replace(/:\d+$/, '');
}

function portOf(endpoint: string): string[] {
  const [, port] = /:(\d+)$/.exec(endpoint) ?? [];
  return port === undefined ? [] : [port];
}

function statusesOf(status: string, outlierCheck: string): string[] {
  return outlierCheck === 'FAILED' ? [status, words.ejected] : [status];
}

/** The hosts behind the clusters, as the proxy uses them. */
export function EndpointsTab({ target }: ProxyTabProps) {
  return <SectionView target={target} definition={endpoints} />;
}
