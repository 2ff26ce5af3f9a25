import { compareRoutes } from '#lib/contract/compare-routes.ts';
import { apiFiles } from '#lib/contract/files.ts';
import { apiRoutes } from '#lib/contract/routes.ts';
import { ztunnelRoutes } from '#lib/contract/ztunnel-routes.ts';
import { fileAddresses, type Place, routeAddresses } from '#tests/support/leaks/route-addresses.ts';
import { faultyProxyPod } from './faulty-mesh.ts';

type Route = keyof typeof apiRoutes | keyof typeof apiFiles;

/** A page or a tab of one, and what it asks. */
export type TriedPage = { address: string; routes: readonly Route[] };

/** What the pages of one thing are asked about. */
const place: Place = {
  ...faultyProxyPod,
  otherPod: 'reviews-v3-rmwljp4qzb-dj46d',
  workload: 'productpage-v1',
  service: 'reviews',
  application: 'reviews',
  route: { kind: 'virtualservice', name: 'reviews', rule: 'split' },
  object: { kind: 'VirtualService', name: 'bookinfo' },
  trace: {
    id: 'e376ee84675c72e10a3f8361fdc46ed6',
    requestId: '5a2ca1b1-8bb5-9602-a945-717613d12cc8',
    atMs: 1_795_226_478_900,
  },
};
const workload = '/workloads/bookinfo/productpage-v1';
const service = '/services/bookinfo/reviews';
const application = '/applications/bookinfo/reviews';
const proxy = `/proxies/${place.namespace}/${place.pod}`;
const proxyRoute = '/api/proxies/{namespace}/{pod}';
const canaryRoute = '/api/canaries/{kind}/{namespace}/{name}';
const objectRoute = '/api/config/{namespace}/{kind}/{name}';

/** Every page with its tabs. */
export const pages: readonly TriedPage[] = [
  { address: '/overview', routes: ['/api/namespaces', '/api/mesh'] },
  { address: '/graph', routes: ['/api/graph', '/api/graph/series', '/api/callers'] },
  { address: '/services', routes: ['/api/services'] },
  { address: '/workloads', routes: ['/api/workloads'] },
  { address: '/applications', routes: ['/api/applications'] },
  { address: '/namespaces', routes: ['/api/namespaces'] },
  { address: workload, routes: ['/api/workloads/{namespace}/{name}', '/api/dashboards'] },
  {
    address: `${workload}?tab=traffic`,
    routes: ['/api/workloads/{namespace}/{name}/traffic', '/api/workloads/{namespace}/{name}/log-peers'],
  },
  { address: `${workload}?tab=inbound`, routes: ['/api/workloads/{namespace}/{name}/metrics'] },
  { address: `${workload}?tab=traces`, routes: ['/api/workloads/{namespace}/{name}/traces'] },
  {
    address: `${workload}?tab=logs`,
    routes: ['/api/workloads/{namespace}/{name}/logs', '/api/traces/by-request/{id}'],
  },
  { address: `${workload}?tab=config`, routes: ['/api/workloads/{namespace}/{name}/config'] },
  { address: service, routes: ['/api/services/{namespace}/{name}'] },
  { address: `${service}?tab=routing`, routes: ['/api/services/{namespace}/{name}/routing'] },
  {
    address: `${service}?tab=traffic`,
    routes: ['/api/services/{namespace}/{name}/traffic', '/api/services/{namespace}/{name}/log-peers'],
  },
  { address: `${service}?tab=metrics`, routes: ['/api/services/{namespace}/{name}/metrics'] },
  { address: `${service}?tab=traces`, routes: ['/api/services/{namespace}/{name}/traces'] },
  { address: `${service}?tab=logs`, routes: ['/api/services/{namespace}/{name}/logs'] },
  { address: `${service}?tab=config`, routes: ['/api/services/{namespace}/{name}/config'] },
  { address: application, routes: ['/api/applications/{namespace}/{name}'] },
  {
    address: `${application}?tab=traffic`,
    routes: [
      '/api/applications/{namespace}/{name}/traffic',
      '/api/applications/{namespace}/{name}/log-peers',
    ],
  },
  { address: `${application}?tab=inbound`, routes: ['/api/applications/{namespace}/{name}/metrics'] },
  { address: `${application}?tab=traces`, routes: ['/api/applications/{namespace}/{name}/traces'] },
  { address: `${application}?tab=logs`, routes: ['/api/applications/{namespace}/{name}/logs'] },
  { address: `${application}?tab=config`, routes: ['/api/applications/{namespace}/{name}/config'] },
  { address: '/canaries', routes: ['/api/canaries'] },
  {
    address: '/canaries/virtualservice/bookinfo/reviews/split',
    routes: [
      canaryRoute,
      `${canaryRoute}/{route}`,
      `${canaryRoute}/{route}/verdict`,
      '/api/canaries/what-if',
    ],
  },
  { address: '/proxies', routes: ['/api/proxies'] },
  { address: proxy, routes: [proxyRoute] },
  { address: `${proxy}?tab=clusters`, routes: [`${proxyRoute}/clusters`] },
  { address: `${proxy}?tab=listeners`, routes: [`${proxyRoute}/listeners`] },
  { address: `${proxy}?tab=routes`, routes: [`${proxyRoute}/routes`] },
  { address: `${proxy}?tab=endpoints`, routes: [`${proxyRoute}/endpoints`] },
  { address: `${proxy}?tab=secrets`, routes: [`${proxyRoute}/secrets`] },
  { address: `${proxy}?tab=ecds`, routes: [`${proxyRoute}/ecds`] },
  { address: `${proxy}?tab=bootstrap`, routes: [`${proxyRoute}/bootstrap`] },
  { address: `${proxy}?tab=drift`, routes: [`${proxyRoute}/drift`] },
  { address: `${proxy}?tab=compare`, routes: [`${proxyRoute}/compare`] },
  { address: `${proxy}?tab=stats`, routes: [`${proxyRoute}/stats`] },
  { address: `${proxy}?tab=logging`, routes: [`${proxyRoute}/logging`] },
  {
    address: `${proxy}?tab=raw`,
    routes: [
      `${proxyRoute}/raw`,
      `${proxyRoute}/raw/tree`,
      `${proxyRoute}/raw/search`,
      `${proxyRoute}/raw/download`,
    ],
  },
  { address: '/proxies/file', routes: [] },
  { address: '/config', routes: ['/api/config'] },
  { address: '/config/bookinfo/VirtualService/bookinfo', routes: [objectRoute, `${objectRoute}/envoy`] },
  { address: '/traces', routes: ['/api/traces'] },
  { address: `/traces/${place.trace.id}`, routes: ['/api/traces/{id}'] },
  { address: `/traces/compare?a=${place.trace.id}&b=${place.trace.id}`, routes: ['/api/traces/{id}'] },
  { address: '/mesh', routes: ['/api/mesh', '/api/status'] },
  { address: '/mesh?tab=configuration', routes: ['/api/mesh/configuration'] },
  { address: '/mesh?tab=registry', routes: ['/api/mesh/registry'] },
  { address: '/mesh?tab=problems', routes: ['/api/mesh/problems'] },
  { address: '/mesh?tab=metrics', routes: ['/api/mesh/metrics'] },
  {
    address: '/mesh?tab=injection',
    routes: ['/api/mesh/injection', '/api/mesh/injection/{namespace}/{pod}'],
  },
  { address: '/mesh?tab=ambient', routes: ['/api/mesh/ambient'] },
];

/** Anywhere in the frame of every page. */
const everywhere: readonly Route[] = ['/api/status'];

/** Every route that is tried, with the address at which it is asked. */
export const triedRoutes: ReadonlyMap<string, string> = new Map(
  [...new Set([...pages.flatMap(({ routes }) => routes), ...everywhere])].map((route) => [
    route,
    addressesOf(route)[0]?.(place) ?? '',
  ]),
);

function addressesOf(route: Route): readonly ((place: Place) => string)[] {
  const all: Record<Route, readonly ((place: Place) => string)[]> = { ...routeAddresses, ...fileAddresses };
  return all[route];
}

/** Takes as long as all sources together, on purpose; what it lacks is in its manifest. */
const streamed: readonly string[] = ['/api/snapshot'];

/** Routes of the contract that no page here asks; the mesh has no ztunnel, and no earlier snapshot to compare with. */
export function untriedRoutes(): string[] {
  return Object.keys({ ...apiRoutes, ...apiFiles }).filter(
    (route) =>
      !triedRoutes.has(route) &&
      !streamed.includes(route) &&
      !(route in ztunnelRoutes) &&
      !(route in compareRoutes),
  );
}
