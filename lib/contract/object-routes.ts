import { objectDetailSchema, objectQuery, objectsQuery, objectsSchema } from './objects.ts';
import { realizedQuery, realizedSchema } from './realized.ts';
import type { RouteEntry } from './route-entry.ts';

/** The routes of Istio and Gateway API objects. */
export const objectRoutes = {
  '/api/config': {
    summary:
      'Istio, Gateway API and Ingress objects: what each says, how much it applies to, and whether it is in force',
    query: objectsQuery,
    data: objectsSchema,
  },
  '/api/config/{namespace}/{kind}/{name}': {
    summary:
      'One Istio, Gateway API or Ingress object: its manifest with the place of every field, and what it says',
    query: objectQuery,
    data: objectDetailSchema,
  },
  '/api/config/{namespace}/{kind}/{name}/envoy': {
    summary: "Where in the proxies' own configuration an object became real, with how sure each link is",
    query: realizedQuery,
    data: realizedSchema,
  },
} as const satisfies Record<string, RouteEntry>;
