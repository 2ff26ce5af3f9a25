import { canariesSchema, canaryObjectSchema } from './canaries.ts';
import { canaryDetailSchema } from './canary-detail.ts';
import { gateQuery, gateVerdictSchema } from './canary-gate.ts';
import { canariesQuery, canaryObjectQuery, canaryQuery } from './canary-query.ts';
import { whatIfQuery, whatIfSchema } from './canary-what-if.ts';
import type { RouteEntry } from './route-entry.ts';

/** The routes of weighted splits. */
export const canaryRoutes = {
  '/api/canaries': {
    summary: 'Every weighted route: what is configured, what is observed of each source, and the verdict',
    query: canariesQuery,
    data: canariesSchema,
  },
  '/api/canaries/what-if': {
    summary: 'How many requests it takes to tell one share from another, and how long at a rate',
    query: whatIfQuery,
    data: whatIfSchema,
  },
  '/api/canaries/{kind}/{namespace}/{name}': {
    summary: 'The weighted rules of one route object, as in the list',
    query: canaryObjectQuery,
    data: canaryObjectSchema,
  },
  '/api/canaries/{kind}/{namespace}/{name}/{route}': {
    summary:
      'One weighted rule: configured, in Envoy and observed by source, over time, versions compared, likely causes',
    query: canaryQuery,
    data: canaryDetailSchema,
  },
  '/api/canaries/{kind}/{namespace}/{name}/{route}/verdict': {
    summary: 'The verdict for gates: go on, stop, or not decided yet',
    query: gateQuery,
    data: gateVerdictSchema,
  },
} as const satisfies Record<string, RouteEntry>;
