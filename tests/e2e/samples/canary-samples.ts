import type { canaryRoutes } from '#lib/contract/canary-routes.ts';

/** An address for every one of these routes that has an answer on the demo. */
export const canarySamples: Record<keyof typeof canaryRoutes, string> = {
  '/api/canaries': '/api/canaries?namespaces=bookinfo,shop',
  '/api/canaries/what-if': '/api/canaries/what-if?configured=10&actual=12&requestsPerSecond=5',
  '/api/canaries/{kind}/{namespace}/{name}': '/api/canaries/httproute/shop/catalog-mesh',
  '/api/canaries/{kind}/{namespace}/{name}/{route}': '/api/canaries/httproute/shop/catalog-mesh/1',
  '/api/canaries/{kind}/{namespace}/{name}/{route}/verdict':
    '/api/canaries/virtualservice/bookinfo/reviews/split/verdict',
};
