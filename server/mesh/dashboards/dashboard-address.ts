type Dashboard = {
  /** Where people reach Grafana; parameters in it stay, its credentials do not. */
  externalUrl: string;
  uid: string;
  orgId: number | undefined;
  variables: readonly (readonly [name: string, value: string])[];
  /** Epoch milliseconds. */
  fromMs: number;
  toMs: number;
};

/**
 * The address of a dashboard in Grafana's own screen, with an absolute time range. Grafana itself adds the readable part
 * of the path. Source: Grafana's documentation of dashboard URLs.
 */
export function dashboardAddress({ externalUrl, uid, orgId, variables, fromMs, toMs }: Dashboard): string {
  const url = new URL(externalUrl);
  url.username = '';
  url.password = '';
  url.hash = '';
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/d/${encodeURIComponent(uid)}`;
  if (orgId !== undefined && !url.searchParams.has('orgId')) url.searchParams.set('orgId', String(orgId));
  for (const [name, value] of variables) url.searchParams.append(`var-${name}`, value);
  url.searchParams.set('from', String(fromMs));
  url.searchParams.set('to', String(toMs));
  return url.href;
}
