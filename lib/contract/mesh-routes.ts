import type { RouteEntry } from './route-entry.ts';

/** The routes of the control plane, injection and ambient mode. */
export const meshRoutes = {} as const satisfies Record<string, RouteEntry>;
