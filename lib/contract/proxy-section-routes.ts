import { routesSectionSchema, sectionQuery } from './proxy-sections.ts';
import type { RouteEntry } from './route-entry.ts';

/** The tables of one Envoy's configuration. */
export const proxySectionRoutes = {
  '/api/proxies/{namespace}/{pod}/routes': {
    summary: 'Routes of an Envoy in the order in which it tries them, with the objects behind them',
    query: sectionQuery,
    data: routesSectionSchema,
  },
} as const satisfies Record<string, RouteEntry>;
