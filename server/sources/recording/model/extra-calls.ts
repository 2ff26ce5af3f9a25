/** A call that no argument of a Deployment declares. `share` of the requests on the path make it. */
export type ExtraCall = { from: string; onPath: string; url: string; method?: 'POST'; share: number };

export const extraCalls: readonly ExtraCall[] = [
  {
    from: 'bookinfo/productpage-v1',
    onPath: '/productpage',
    url: 'http://catalog.shop:8080/items',
    share: 0.3,
  },
  {
    from: 'bookinfo/productpage-v1',
    onPath: '/productpage',
    url: 'http://ratings:9080/ratings/0',
    method: 'POST',
    share: 0.03,
  },
  {
    from: 'bookinfo/details-v1',
    onPath: '/details/0',
    url: 'http://unknown.example.com/covers',
    share: 0.04,
  },
  { from: 'bookinfo/details-v1', onPath: '/details/1', url: 'http://api.example.com/volumes', share: 0.5 },
  { from: 'bookinfo/details-v1', onPath: '/details/1', url: 'tcp://203.0.113.50:5432', share: 0.1 },
  { from: 'shop/storefront-v1', onPath: '/shop', url: 'http://fonts.example.org/css', share: 0.15 },
  { from: 'shop/storefront-v2', onPath: '/shop', url: 'http://fonts.example.org/css', share: 0.15 },
  { from: 'shop/wordpress-v1', onPath: '/blog', url: 'http://en.wiki.example.org/wiki', share: 0.05 },
  { from: 'shop/wordpress-v1', onPath: '/blog', url: 'http://reports:9000/daily', share: 0.02 },
  { from: 'shop/checkout', onPath: '/cart', url: 'http://catalog:8080/items', share: 1 },
  { from: 'shop/checkout', onPath: '/cart', url: 'tcp://reports-raw:9000', share: 0.08 },
];

/** Calls made on a timer beside those that a Deployment declares. */
export const extraTimers: readonly { from: string; url: string; everySeconds: number }[] = [
  { from: 'legacy/batch', url: 'http://crawler.external:8080/crawl', everySeconds: 7 },
  { from: 'broken/beta', url: 'http://alpha.broken.svc.cluster.local:8080/', everySeconds: 20 },
  { from: 'broken/alpha', url: 'http://beta:8080/', everySeconds: 20 },
  { from: 'broken/alpha', url: 'http://rejected:8080/', everySeconds: 30 },
  // The egress route applies to shop, the subset it leads to does not: every request is answered 503 NC.
  { from: 'shop/reports', url: 'http://secure.example.com/', everySeconds: 45 },
  // Rare: about three an hour.
  { from: 'shop/reports', url: 'http://catalog-v1:8080/items', everySeconds: 1260 },
  { from: 'shop/reports', url: 'http://crawler.external:8080/status', everySeconds: 1500 },
];

/** The route table by which a gateway inside the mesh sends on what it is sent. */
export const onwardTables: Readonly<Record<string, string>> = {
  'istio-system/istio-egressgateway': 'https.80.https-port-for-tls-origination.egress.external',
};
