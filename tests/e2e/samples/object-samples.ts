import type { objectRoutes } from '#lib/contract/object-routes.ts';

/** An address for every one of these routes that has an answer on the demo. */
export const objectSamples: Record<keyof typeof objectRoutes, string> = {
  '/api/config': '/api/config?namespaces=bookinfo,shop&kinds=VirtualService,IstioGateway,Gateway',
  '/api/config/{namespace}/{kind}/{name}': '/api/config/bookinfo/VirtualService/bookinfo',
  '/api/config/{namespace}/{kind}/{name}/envoy': '/api/config/bookinfo/VirtualService/reviews/envoy?limit=4',
};
