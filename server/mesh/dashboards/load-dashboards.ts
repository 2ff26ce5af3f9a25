import type { DashboardLink, Dashboards, DashboardsQuery } from '#lib/contract/dashboards.ts';
import type { Answer } from '#lib/contract/envelope.ts';
import { messageOf, ViglaError } from '#server/errors.ts';
import type { GrafanaDashboards, LoadContext } from '#server/sources/interface.ts';
import { windowEnd } from '../window-end.ts';
import { dashboardAddress } from './dashboard-address.ts';
import { dashboardSubject } from './dashboard-subject.ts';
import { dashboardVariables } from './dashboard-variables.ts';

/**
 * Links to the dashboards of Grafana that show what a page is about, in its time range. None where Grafana is not in use:
 * its status says why. A Grafana that people do use and that does not answer is a warning.
 * @throws ViglaError `not_found` for what is in a namespace that the user may not see, and for a pod without a proxy
 */
export async function loadDashboards(
  query: DashboardsQuery,
  { sources, nowSeconds, signal, visibleNamespaces }: LoadContext,
): Promise<Answer<Dashboards>> {
  const end = windowEnd(query.at, nowSeconds);
  const { grafana, objects } = sources;
  const externalUrl = grafana?.externalUrl;
  if (grafana === undefined || externalUrl === undefined) return { data: { links: [] }, warnings: [] };
  let found: GrafanaDashboards;
  try {
    found = await grafana.dashboards(signal);
  } catch (error) {
    signal.throwIfAborted();
    const message = `There are no links to Grafana: ${messageOf(error)}`;
    return { data: { links: [] }, warnings: [{ code: 'no_dashboards', source: 'grafana', message }] };
  }
  const { namespace } = query;
  if (namespace !== undefined && visibleNamespaces?.has(namespace) === false)
    throw new ViglaError('not_found', `There is no namespace ${namespace} that you may see.`);
  const { kinds, values } = dashboardSubject(query, await objects.snapshot(signal));
  const range = { fromMs: (end - query.range) * 1000, toMs: end * 1000 };
  const links = kinds.flatMap((kind): DashboardLink[] => {
    const dashboard = found.dashboards.find((each) => each.kind === kind);
    if (dashboard === undefined) return [];
    const { uid, title } = dashboard;
    const variables = dashboardVariables(dashboard, values);
    const url = dashboardAddress({ externalUrl, uid, orgId: found.orgId, variables, ...range });
    return [{ kind, ...(title !== undefined && { title }), url }];
  });
  return { data: { links }, warnings: [] };
}
