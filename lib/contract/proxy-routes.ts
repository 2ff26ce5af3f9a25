import { rawQuery, rawSchema } from './raw.ts';
import type { RouteEntry } from './route-entry.ts';

/** The routes of one proxy and of the fleet. */
export const proxyRoutes = {
  '/api/proxies/{namespace}/{pod}/raw': {
    summary: "One part of a proxy's dump, its own or istiod's, as JSON without secrets",
    query: rawQuery,
    data: rawSchema,
  },
} as const satisfies Record<string, RouteEntry>;
