import {
  bootstrapSchema,
  clustersSectionSchema,
  ecdsSectionSchema,
  endpointsSectionSchema,
  listenersSectionSchema,
  routesSectionSchema,
  secretsSectionSchema,
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
  '/api/proxies/{namespace}/{pod}/endpoints': {
    summary: 'Hosts of the clusters of an Envoy: where they are, how they fare, and their pods',
    query: sectionQuery,
    data: endpointsSectionSchema,
  },
  '/api/proxies/{namespace}/{pod}/secrets': {
    summary: 'Certificates and authorities of an Envoy, with their life and the Secrets behind them',
    query: sectionQuery,
    data: secretsSectionSchema,
  },
  '/api/proxies/{namespace}/{pod}/ecds': {
    summary: 'Extensions that an Envoy fetched by name, and who uses them',
    query: sectionQuery,
    data: ecdsSectionSchema,
  },
  '/api/proxies/{namespace}/{pod}/bootstrap': {
    summary: 'What an Envoy was started with: versions, node metadata, labels and facts in words',
    query: sectionQuery,
    data: bootstrapSchema,
  },
} as const satisfies Record<string, RouteEntry>;
