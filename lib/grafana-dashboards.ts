/** What a dashboard can be about. */
export const dashboardKinds = [
  'workload',
  'service',
  'application',
  'proxy',
  'mesh',
  'performance',
  'extensions',
  'controlPlane',
  'ztunnel',
] as const;
export type DashboardKind = (typeof dashboardKinds)[number];
