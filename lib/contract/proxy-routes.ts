import { rawQuery, rawSchema, rawSearchQuery, rawSearchSchema, rawTreeQuery, rawTreeSchema } from './raw.ts';
import type { RouteEntry } from './route-entry.ts';

/** The routes of one proxy and of the fleet. */
export const proxyRoutes = {
  '/api/proxies/{namespace}/{pod}/raw': {
    summary: "One part of a proxy's dump, its own or istiod's, as JSON without secrets",
    query: rawQuery,
    data: rawSchema,
  },
  '/api/proxies/{namespace}/{pod}/raw/tree': {
    summary:
      'The entries of one part of a dump, each with its size: for a tree that opens as far as somebody looks',
    query: rawTreeQuery,
    data: rawTreeSchema,
  },
  '/api/proxies/{namespace}/{pod}/raw/search': {
    summary: "Where a text stands in a dump's names and values",
    query: rawSearchQuery,
    data: rawSearchSchema,
  },
} as const satisfies Record<string, RouteEntry>;
