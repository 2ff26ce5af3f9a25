import type { RouteEntry } from './route-entry.ts';

/** The routes of one proxy and of the fleet. */
export const proxyRoutes = {} as const satisfies Record<string, RouteEntry>;
