import type { ServerResponse } from 'node:http';
import { type LocalServer, type Received, sendJson, startServer } from './local-server.ts';

export type MadeDashboard = {
  uid: string;
  title: string;
  /** `name`, or `name:type` for another type than a query. */
  variables?: readonly string[];
};

/** Istio's own dashboards with the variables that they have. */
export const istioDashboards: readonly MadeDashboard[] = [
  {
    uid: 'workloads-uid',
    title: 'Istio Workload Dashboard',
    variables: ['datasource:datasource', 'namespace', 'workload', 'qrep', 'srcns', 'srcwl', 'dstsvc'],
  },
  {
    uid: 'services-uid',
    title: 'Istio Service Dashboard',
    variables: ['datasource:datasource', 'service', 'qrep', 'srccluster', 'srcns', 'srcwl', 'dstns', 'dstwl'],
  },
  { uid: 'mesh-uid', title: 'Istio Mesh Dashboard', variables: ['datasource:datasource', 'cluster'] },
  { uid: 'performance-uid', title: 'Istio Performance Dashboard', variables: ['datasource:datasource'] },
  { uid: 'wasm-uid', title: 'Istio Wasm Extension Dashboard', variables: ['datasource:datasource'] },
  {
    uid: 'pilot-uid',
    title: 'Istio Control Plane Dashboard',
    variables: ['datasource:datasource', 'cluster', 'namespace'],
  },
  { uid: 'ztunnel-uid', title: 'Istio Ztunnel Dashboard', variables: ['datasource:datasource'] },
];

/** Whatever answers instead, for one path or for all. */
export type GrafanaFault = (response: ServerResponse, received: Received) => boolean;

/**
 * A Grafana over HTTP with these dashboards: its health for everybody, all else for who shows the token, where one is
 * wanted. `fault` answers first, and says whether it did.
 */
export function startGrafana({
  dashboards = istioDashboards,
  token,
  basePath = '',
  orgId,
  fault = () => false,
}: {
  dashboards?: readonly MadeDashboard[];
  token?: string;
  basePath?: string;
  orgId?: number;
  fault?: GrafanaFault;
} = {}): Promise<LocalServer> {
  return startServer((response, received) => {
    if (fault(response, received)) return;
    const { headers, form } = received;
    if (!received.path.startsWith(`${basePath}/api/`)) return showScreen(response, received);
    const path = received.path.slice(basePath.length);
    if (path === '/api/health') return sendJson(response, { database: 'ok', version: '11.3.1', commit: 'x' });
    if (token !== undefined && headers.authorization !== `Bearer ${token}`)
      return sendJson(response, { message: 'Unauthorized' }, 401);
    if (path === '/api/search') {
      const word = (form.get('query') ?? '').toLowerCase();
      const found = dashboards.filter(({ title }) => title.toLowerCase().includes(word));
      return sendJson(
        response,
        found.slice(0, Number(form.get('limit') ?? 1000)).map(({ uid, title }) => ({
          id: 1,
          uid,
          title,
          type: 'dash-db',
          url: `/d/${uid}/slug`,
          tags: [],
          ...(orgId !== undefined && { orgId }),
        })),
      );
    }
    const uid = /^\/api\/dashboards\/uid\/([^/]+)$/.exec(path)?.[1];
    const dashboard = dashboards.find((one) => one.uid === uid);
    if (dashboard === undefined) return sendJson(response, { message: 'Dashboard not found' }, 404);
    return sendJson(response, { meta: { type: 'db' }, dashboard: asGrafanaHasIt(dashboard) });
  });
}

function asGrafanaHasIt({ uid, title, variables = [] }: MadeDashboard) {
  const list = variables.map((variable) => {
    const [name, type = 'query'] = variable.split(':');
    return { name, type, current: {}, hide: 0 };
  });
  return { uid, title, schemaVersion: 39, panels: [], templating: { list } };
}

/** What a browser gets: a page that says which address it was asked for. */
function showScreen(response: ServerResponse, { path, form }: Received): void {
  response.writeHead(200, { 'content-type': 'text/html' });
  response.end(`<!doctype html><title>Grafana</title><h1>${path}</h1><pre>${[...form].join('\n')}</pre>`);
}
