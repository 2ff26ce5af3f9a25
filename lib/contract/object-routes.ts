import { objectDetailSchema, objectQuery, objectsQuery, objectsSchema } from './objects.ts';
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
} as const satisfies Record<string, RouteEntry>;
