import type { Workload } from './group-workloads.ts';

/** Labels that the pods of all these workloads have alike. */
export function sharedLabels([first, ...others]: readonly Pick<Workload, 'labels'>[]): Record<
  string,
  string
> {
  const entries = Object.entries(first?.labels ?? {});
  return Object.fromEntries(
    entries.filter(([key, value]) => others.every(({ labels }) => labels[key] === value)),
  );
}
