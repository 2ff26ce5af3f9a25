import type { compareRoutes } from '#lib/contract/compare-routes.ts';

/** An address for every one of these routes that has an answer on two snapshots of the demo. */
export const compareSamples: Record<keyof typeof compareRoutes, string> = {
  '/api/compare/graph': '/api/compare/graph?namespaces=bookinfo,shop&latency=true&type=workload',
  '/api/compare/objects': '/api/compare/objects?namespaces=shop',
  '/api/compare/objects/{namespace}/{kind}/{name}':
    '/api/compare/objects/bookinfo/AuthorizationPolicy/reviews-viewer',
  '/api/compare/proxies': '/api/compare/proxies?namespaces=bookinfo',
  '/api/compare/proxies/{namespace}/{pod}': '/api/compare/proxies/bookinfo/productpage-v1-28plfps84f-nlf6t',
};
