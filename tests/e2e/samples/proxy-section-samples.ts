import type { proxySectionRoutes } from '#lib/contract/proxy-section-routes.ts';

const productpage = '/api/proxies/bookinfo/productpage-v1-28plfps84f-nlf6t';

export const proxySectionSamples: Record<keyof typeof proxySectionRoutes, string> = {
  '/api/proxies/{namespace}/{pod}/clusters': `${productpage}/clusters`,
  '/api/proxies/{namespace}/{pod}/listeners': `${productpage}/listeners`,
  '/api/proxies/{namespace}/{pod}/routes': `${productpage}/routes`,
};
