import { compareGraphQuery, graphComparisonSchema } from './compare-graph.ts';
import {
  comparedObjectSchema,
  compareObjectQuery,
  compareObjectsQuery,
  objectComparisonSchema,
} from './compare-objects.ts';
import {
  comparedProxySchema,
  compareProxiesQuery,
  compareProxyQuery,
  proxyComparisonSchema,
} from './compare-proxies.ts';
import type { RouteEntry } from './route-entry.ts';

/** The routes that compare an earlier snapshot with what Vigla shows; `not_found` where none is open. */
export const compareRoutes = {
  '/api/compare/graph': {
    summary: 'What is new, gone or different in the graph since an earlier snapshot, heaviest first',
    query: compareGraphQuery,
    data: graphComparisonSchema,
  },
  '/api/compare/objects': {
    summary: 'Objects that came, went or changed since an earlier snapshot, with how many fields',
    query: compareObjectsQuery,
    data: objectComparisonSchema,
  },
  '/api/compare/objects/{namespace}/{kind}/{name}': {
    summary: 'One object as it is and as it was in an earlier snapshot, field by field and line by line',
    query: compareObjectQuery,
    data: comparedObjectSchema,
  },
  '/api/compare/proxies': {
    summary: 'How much of the configuration of each proxy changed since an earlier snapshot',
    query: compareProxiesQuery,
    data: proxyComparisonSchema,
  },
  '/api/compare/proxies/{namespace}/{pod}': {
    summary: 'The configuration of one proxy as it is and as it was in an earlier snapshot',
    query: compareProxyQuery,
    data: comparedProxySchema,
  },
} as const satisfies Record<string, RouteEntry>;
