import { type DashboardKind, dashboardKinds } from '#lib/grafana-dashboards.ts';

/** Titles of Istio's own dashboards. Source: its manifests/addons/dashboards. */
const istioTitles: Partial<Record<DashboardKind, string>> = {
  workload: 'Istio Workload Dashboard',
  service: 'Istio Service Dashboard',
  mesh: 'Istio Mesh Dashboard',
  performance: 'Istio Performance Dashboard',
  extensions: 'Istio Wasm Extension Dashboard',
  controlPlane: 'Istio Control Plane Dashboard',
  ztunnel: 'Istio Ztunnel Dashboard',
};

/** A word that is in all of those titles, and in few others. */
export const istioWord = 'Istio';

/** By kind the title or uid of a dashboard, as the settings have it. */
export type ChosenDashboards = Partial<Record<DashboardKind, string>>;

/** `name` is a title, or of a chosen one a uid. */
export type WantedDashboard = { kind: DashboardKind; name: string; isChosen: boolean };

/** What is looked for: the dashboards that somebody chose, and for the other kinds those of Istio. */
export function wantedDashboards(chosen: ChosenDashboards): WantedDashboard[] {
  return dashboardKinds.flatMap((kind): WantedDashboard[] => {
    const own = chosen[kind];
    const name = own ?? istioTitles[kind];
    return name === undefined ? [] : [{ kind, name, isChosen: own !== undefined }];
  });
}
