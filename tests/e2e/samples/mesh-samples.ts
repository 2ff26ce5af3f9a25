import type { meshRoutes } from '#lib/contract/mesh-routes.ts';

/** An address for every one of these routes that has an answer on the demo. */
export const meshSamples: Record<keyof typeof meshRoutes, string> = {};
