import type { RouteEntry } from './route-entry.ts';

/** The routes of Istio and Gateway API objects. */
export const objectRoutes = {} as const satisfies Record<string, RouteEntry>;
