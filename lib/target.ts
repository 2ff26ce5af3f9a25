/** The kinds of things that have pages of their own, with the word that stands for them in addresses. */
export const targetKinds = ['workload', 'service', 'application'] as const;
export type TargetKind = (typeof targetKinds)[number];

/** One workload, service or application: what a details page and each of its tabs look at. */
export type Target = { kind: TargetKind; namespace: string; name: string; cluster?: string };

const words: Record<TargetKind, string> = {
  workload: 'workloads',
  service: 'services',
  application: 'applications',
};

/** `/workloads/bookinfo/reviews-v2`: the page of a target, and below `/api` its route. */
export function targetPath({ kind, namespace, name }: Target): string {
  return `/${words[kind]}/${encodeURIComponent(namespace)}/${encodeURIComponent(name)}`;
}

/** The API's route for a target or one of its tabs, e.g. `/api/workloads/bookinfo/reviews-v2/traffic`. */
export function targetRoute(target: Target, tab?: string): string {
  return `/api${targetPath(target)}${tab === undefined ? '' : `/${tab}`}`;
}
