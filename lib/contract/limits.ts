import type { apiFiles } from './files.ts';
import type { apiPosts } from './posts.ts';
import { routeOf } from './route-of.ts';
import type { apiRoutes } from './routes.ts';
import type { apiStreams } from './streams.ts';

type Gets = typeof apiRoutes & typeof apiFiles & typeof apiStreams;
type LimitedRoute = `GET ${keyof Gets}` | `POST ${keyof typeof apiPosts}`;

/** What may be asked only so often, and the routes that count for it: those that cost others something. */
export const routeLimits = {
  proxies: [
    'GET /api/proxies',
    'GET /api/proxies/{namespace}/{pod}',
    'GET /api/proxies/{namespace}/{pod}/clusters',
    'GET /api/proxies/{namespace}/{pod}/listeners',
    'GET /api/proxies/{namespace}/{pod}/routes',
    'GET /api/proxies/{namespace}/{pod}/endpoints',
    'GET /api/proxies/{namespace}/{pod}/secrets',
    'GET /api/proxies/{namespace}/{pod}/ecds',
    'GET /api/proxies/{namespace}/{pod}/bootstrap',
    'GET /api/proxies/{namespace}/{pod}/drift',
    'GET /api/proxies/{namespace}/{pod}/compare',
    'GET /api/proxies/{namespace}/{pod}/raw',
    'GET /api/proxies/{namespace}/{pod}/raw/tree',
    'GET /api/proxies/{namespace}/{pod}/raw/search',
    'GET /api/proxies/{namespace}/{pod}/raw/download',
    'GET /api/proxies/{namespace}/{pod}/stats',
    'GET /api/proxies/{namespace}/{pod}/logging',
    'POST /api/proxies/{namespace}/{pod}/logging',
    'GET /api/ztunnels/{namespace}/{pod}/workloads',
    'GET /api/ztunnels/{namespace}/{pod}/services',
    'GET /api/ztunnels/{namespace}/{pod}/policies',
    'GET /api/ztunnels/{namespace}/{pod}/certificates',
    'GET /api/ztunnels/{namespace}/{pod}/connections',
    'GET /api/ztunnels/{namespace}/{pod}/config',
    'GET /api/ztunnels/{namespace}/{pod}/metrics',
    'GET /api/config/{namespace}/{kind}/{name}/envoy',
    'GET /api/compare/proxies',
    'GET /api/compare/proxies/{namespace}/{pod}',
    'GET /api/mesh/ambient',
    'GET /api/canaries/{kind}/{namespace}/{name}/{route}',
  ],
  uploads: [
    'POST /api/dumps/clusters',
    'POST /api/dumps/listeners',
    'POST /api/dumps/routes',
    'POST /api/dumps/endpoints',
    'POST /api/dumps/secrets',
    'POST /api/dumps/ecds',
    'POST /api/proxies/{namespace}/{pod}/compare',
  ],
  logs: [
    'GET /api/applications/{namespace}/{name}/logs',
    'GET /api/services/{namespace}/{name}/logs',
    'GET /api/workloads/{namespace}/{name}/logs',
    'GET /api/applications/{namespace}/{name}/log-peers',
    'GET /api/services/{namespace}/{name}/log-peers',
    'GET /api/workloads/{namespace}/{name}/log-peers',
  ],
  follows: [
    'GET /api/applications/{namespace}/{name}/logs/follow',
    'GET /api/services/{namespace}/{name}/logs/follow',
    'GET /api/workloads/{namespace}/{name}/logs/follow',
  ],
  traces: [
    'GET /api/traces',
    'GET /api/traces/{id}',
    'GET /api/traces/by-request/{id}',
    'GET /api/applications/{namespace}/{name}/traces',
    'GET /api/services/{namespace}/{name}/traces',
    'GET /api/workloads/{namespace}/{name}/traces',
  ],
  snapshots: ['GET /api/snapshot'],
} as const satisfies Record<string, readonly LimitedRoute[]>;
export type LimitId = keyof typeof routeLimits;

const limitByRoute = new Map<string, LimitId>(
  Object.entries(routeLimits).flatMap(([id, routes]) =>
    // The keys of the table above.
    routes.map((route) => [route, id as LimitId] as const),
  ),
);

/** What a request counts for; undefined where it may be asked as often as anybody likes. */
export function limitOf(method: string, pathname: string): LimitId | undefined {
  return limitByRoute.get(`${method} ${routeOf(pathname)}`);
}
