import type { proxyRoutes } from '#lib/contract/proxy-routes.ts';
import { proxySectionSamples } from './proxy-section-samples.ts';

/** An address for every one of these routes that has an answer on the demo. */
export const proxySamples: Record<keyof typeof proxyRoutes, string> = {
  ...proxySectionSamples,
  '/api/callers':
    '/api/callers?edge=workload:Kubernetes/bookinfo/productpage-v1|service:Kubernetes/bookinfo/reviews|http',
  '/api/proxies': '/api/proxies?namespaces=shop',
  '/api/proxies/{namespace}/{pod}': '/api/proxies/shop/checkout-99n5fqdxdr-m2n4z',
  '/api/proxies/{namespace}/{pod}/drift': '/api/proxies/shop/checkout-99n5fqdxdr-m2n4z/drift',
  '/api/proxies/{namespace}/{pod}/compare':
    '/api/proxies/bookinfo/reviews-v3-rmwljp4qzb-dj46d/compare?with=bookinfo/reviews-v3-rmwljp4qzb-l2q2q',
  '/api/proxies/{namespace}/{pod}/raw':
    '/api/proxies/bookinfo/productpage-v1-28plfps84f-nlf6t/raw?path=configs[3].dynamic_listeners[0]',
  '/api/proxies/{namespace}/{pod}/raw/tree':
    '/api/proxies/bookinfo/productpage-v1-28plfps84f-nlf6t/raw/tree?path=configs[1].dynamic_active_clusters&reveal=true',
  '/api/proxies/{namespace}/{pod}/raw/search':
    '/api/proxies/bookinfo/productpage-v1-28plfps84f-nlf6t/raw/search?text=reviews&source=istiod',
  '/api/proxies/{namespace}/{pod}/stats':
    '/api/proxies/bookinfo/productpage-v1-28plfps84f-nlf6t/stats?filter=cluster&unused=true',
  '/api/proxies/{namespace}/{pod}/logging': '/api/proxies/bookinfo/productpage-v1-28plfps84f-nlf6t/logging',
};
