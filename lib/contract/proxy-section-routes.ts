import {
  clustersSectionSchema,
  listenersSectionSchema,
  routesSectionSchema,
  sectionQuery,
} from './proxy-sections.ts';
import type { RouteEntry } from './route-entry.ts';

/** The tables of one Envoy's configuration. */
export const proxySectionRoutes = {
  '/api/proxies/{namespace}/{pod}/clusters': {
    summary: 'Clusters of an Envoy: how it reaches each host, with the objects behind them',
    query: sectionQuery,
    data: clustersSectionSchema,
  },
  '/api/proxies/{namespace}/{pod}/listeners': {
    summary: 'Filter chains of the listeners of an Envoy, with the objects behind them',
    query: sectionQuery,
    data: listenersSectionSchema,
  },
  '/api/proxies/{namespace}/{pod}/routes': {
    summary: 'Routes of an Envoy in the order in which it tries them, with the objects behind them',
    query: sectionQuery,
    data: routesSectionSchema,
  },
} as const satisfies Record<string, RouteEntry>;
