import type { proxyRoutes } from '#lib/contract/proxy-routes.ts';

/** An address for every one of these routes that has an answer on the demo. */
export const proxySamples: Record<keyof typeof proxyRoutes, string> = {};
