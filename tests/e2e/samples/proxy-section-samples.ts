import type { proxySectionRoutes } from '#lib/contract/proxy-section-routes.ts';

const productpage = '/api/proxies/bookinfo/productpage-v1-28plfps84f-nlf6t';

/** An address for every one of these routes that has an answer on the demo. */
export const proxySectionSamples: Record<keyof typeof proxySectionRoutes, string> = {
  '/api/proxies/{namespace}/{pod}/clusters': `${productpage}/clusters`,
  '/api/proxies/{namespace}/{pod}/listeners': `${productpage}/listeners`,
  '/api/proxies/{namespace}/{pod}/routes': `${productpage}/routes`,
  '/api/proxies/{namespace}/{pod}/endpoints': `${productpage}/endpoints`,
  '/api/proxies/{namespace}/{pod}/secrets': `${productpage}/secrets`,
  '/api/proxies/{namespace}/{pod}/ecds': `${productpage}/ecds`,
  '/api/proxies/{namespace}/{pod}/bootstrap': `${productpage}/bootstrap`,
};
