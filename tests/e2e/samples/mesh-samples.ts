import type { meshRoutes } from '#lib/contract/mesh-routes.ts';

/** An address for every one of these routes that has an answer on the demo. */
export const meshSamples: Record<keyof typeof meshRoutes, string> = {
  '/api/mesh': '/api/mesh',
  '/api/mesh/configuration': '/api/mesh/configuration',
  '/api/mesh/metrics': '/api/mesh/metrics?range=15m',
  '/api/mesh/problems': '/api/mesh/problems',
  '/api/mesh/registry': '/api/mesh/registry?include=endpoints',
  '/api/mesh/injection': '/api/mesh/injection?namespaces=shop,legacy',
  '/api/mesh/injection/{namespace}/{pod}': '/api/mesh/injection/shop/mysql-mj4lmz4hq2-fnxrx',
  '/api/dashboards': '/api/dashboards?of=workload&namespace=shop&name=catalog-v1',
  '/api/mesh/ambient': '/api/mesh/ambient',
};
