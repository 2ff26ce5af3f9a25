'use client';

import { type RouteRow, routesSectionSchema } from '#lib/contract/proxy-sections.ts';
import { formatQuantity } from '#lib/format-count.ts';
import type { ProxyTabProps } from '#lib/proxy-target.ts';
import { objectFacet } from '../section/object-facet.ts';
import type { SectionDefinition } from '../section/section-definition.ts';
import { SectionView } from '../section/section-view.tsx';
import { stateFacet } from '../shared/state-facet.ts';
import { words } from '../words.ts';
import { routeColumns } from './route-columns.tsx';
import { RouteDetails } from './route-details.tsx';

const routes: SectionDefinition<RouteRow> = {
  id: 'routes',
  schema: routesSectionSchema,
  noun: ['route', 'routes'],
  resourceOf: ({ name }) => name,
  columns: routeColumns,
  sort: { column: 'name', isDescending: false },
  facets: [
    { id: 'name', title: words.facets.name, read: ({ name }) => [name] },
    { id: 'port', title: words.facets.port, read: ({ name }) => portsIn(name) },
    objectFacet(),
    stateFacet(),
  ],
  placeholder: words.placeholders.routes,
  summary: (rows) => {
    const hosts = new Set(rows.map(({ name, virtualHost }) => `${name} ${virtualHost}`));
    return ` in ${formatQuantity(hosts.size, 'virtual host')}`;
  },
  empty: words.empty.routes,
  Details: RouteDetails,
  detailsHeight: 400,
};

/** The port in the name of a route configuration: `9080`, `http.8080`, `inbound|9080||`, `reviews.shop:9080`. */
function portsIn(name: string): string[] {
  return /(?<![\w-])\d{1,5}(?![\w-])/.exec(name) ?? [];
}

/** What happens to a request by its host and path, as the proxy has it. */
export function RoutesTab({ target }: ProxyTabProps) {
  return <SectionView target={target} definition={routes} />;
}
