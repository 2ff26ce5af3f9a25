import type { Place } from './route-addresses.ts';

/** What a user of one namespace sees: a service of two versions, a caller of other namespaces, a database that they call. */
export const ownPlaces: readonly Place[] = [
  {
    namespace: 'shop',
    pod: 'catalog-v1-5dptcrx82q-fs4s7',
    otherPod: 'catalog-v2-krp47w2kmd-lx75k',
    workload: 'catalog-v1',
    service: 'catalog',
    application: 'catalog',
    route: { kind: 'httproute', name: 'catalog-mesh', rule: '1' },
    object: { kind: 'HTTPRoute', name: 'catalog-mesh' },
    trace: {
      id: 'd47e3af7b44dce69ffdb42657775329d',
      requestId: 'b5b35973-29fd-972e-96b8-837f075b8320',
      atMs: 1_795_226_481_085,
    },
  },
  {
    namespace: 'shop',
    pod: 'wordpress-v1-wjktsvkhbs-5bm7c',
    otherPod: 'checkout-99n5fqdxdr-m2n4z',
    workload: 'wordpress-v1',
    service: 'wordpress',
    application: 'wordpress',
    route: { kind: 'httproute', name: 'storefront', rule: '0' },
    object: { kind: 'HTTPRoute', name: 'storefront' },
    trace: {
      id: 'da33fb64df7689e0e6d40fb564fd9c73',
      requestId: '20744eff-cdd8-98b9-925b-0936f2820a41',
      atMs: 1_795_226_481_087,
    },
  },
  {
    namespace: 'shop',
    pod: 'mysql-mj4lmz4hq2-fnxrx',
    otherPod: 'reports-6qlxdm7kj7-zft5p',
    workload: 'mysql',
    service: 'mysql',
    application: 'mysql',
    route: { kind: 'httproute', name: 'catalog-mesh', rule: '0' },
    object: { kind: 'AuthorizationPolicy', name: 'redis-only-wordpress' },
    trace: {
      id: '2ea587bf09070ee4cbf5417bf0354e11',
      requestId: '37cc06f0-c116-9b62-8ba2-87d4caba7180',
      atMs: 1_795_226_483_089,
    },
  },
];

/** What that user must not see, although it is there. */
export const foreignPlace: Place = {
  namespace: 'bookinfo',
  pod: 'productpage-v1-28plfps84f-nlf6t',
  otherPod: 'reviews-v3-rmwljp4qzb-dj46d',
  workload: 'productpage-v1',
  service: 'productpage',
  application: 'productpage',
  route: { kind: 'virtualservice', name: 'reviews', rule: 'split' },
  object: { kind: 'VirtualService', name: 'bookinfo' },
  trace: {
    id: '35f156e2f20b8b038324cb9708116ebe',
    requestId: '5a2ca1b1-8bb5-9602-a945-717613d12cc8',
    atMs: 1_795_226_478_900,
  },
};
