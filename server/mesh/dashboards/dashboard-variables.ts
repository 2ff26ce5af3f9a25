import type { DashboardKind } from '#lib/grafana-dashboards.ts';
import type { DashboardValues } from './dashboard-subject.ts';

/** By name of a variable what is filled in; Istio's own names first, then what others call the same. */
const valueNames: Readonly<Record<string, keyof DashboardValues>> = {
  namespace: 'namespace',
  workload: 'workload',
  service: 'service',
  workload_namespace: 'namespace',
  destination_workload_namespace: 'namespace',
  destination_workload: 'workload',
  destination_service: 'service',
  app: 'application',
  application: 'application',
  canonical_service: 'application',
  pod: 'pod',
  revision: 'revision',
  cluster: 'cluster',
};

/** The variables of Istio's own dashboards, for one that cannot be read. */
const wellKnown: Partial<Record<DashboardKind, readonly string[]>> = {
  workload: ['namespace', 'workload'],
  service: ['service'],
};

/**
 * What to fill into a dashboard: only variables that it has, and of those only the ones that say which object is meant.
 * Callers, reporter and data source stay as the dashboard has them.
 */
export function dashboardVariables(
  { kind, variables }: { kind: DashboardKind; variables?: readonly string[] | undefined },
  values: DashboardValues,
): [string, string][] {
  return (variables ?? wellKnown[kind] ?? []).flatMap((name): [string, string][] => {
    const valueName = Object.hasOwn(valueNames, name) ? valueNames[name] : undefined;
    const value = valueName === undefined ? undefined : values[valueName];
    return value === undefined ? [] : [[name, value]];
  });
}
