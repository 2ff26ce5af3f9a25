import { objectDetailSchema, objectQuery } from './objects.ts';
import type { RouteEntry } from './route-entry.ts';

/** The routes of Istio and Gateway API objects. */
export const objectRoutes = {
  '/api/config/{namespace}/{kind}/{name}': {
    summary:
      'One Istio, Gateway API or Ingress object: its manifest with the place of every field, and what it says',
    query: objectQuery,
    data: objectDetailSchema,
  },
} as const satisfies Record<string, RouteEntry>;
