import type { DashboardLink } from '#lib/contract/dashboards.ts';
import type { DashboardKind } from '#lib/grafana-dashboards.ts';

const kindWords: Record<DashboardKind, string> = {
  workload: 'Workload dashboard',
  service: 'Service dashboard',
  application: 'Application dashboard',
  proxy: 'Proxy dashboard',
  mesh: 'Mesh dashboard',
  performance: 'Performance dashboard',
  extensions: 'Wasm extensions dashboard',
  controlPlane: 'Control plane dashboard',
  ztunnel: 'ztunnel dashboard',
};

/** As Grafana calls it, where that is told. */
export function dashboardTitle({ title, kind }: DashboardLink): string {
  return title ?? kindWords[kind];
}

/** What is said of all of them. */
export const grafanaWord = 'Grafana';
