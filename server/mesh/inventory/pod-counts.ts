import type { ObjectOf } from '#lib/objects/kinds.ts';

type Counted = { kind: string; object: ObjectOf<'Deployment'> | undefined; pods: readonly ObjectOf<'Pod'>[] };
type PodCounts = { desired: number | undefined; available: number };

/** Where each kind keeps the number of pods it wants and has. Kubernetes leaves a count of 0 out. */
const countsByKind: Readonly<Record<string, (object: ObjectOf<'Deployment'>) => PodCounts>> = {
  Deployment: replicaCounts,
  StatefulSet: replicaCounts,
  ReplicaSet: replicaCounts,
  DaemonSet: ({ status }) => ({
    desired: status.desiredNumberScheduled ?? 0,
    available: status.numberAvailable ?? 0,
  }),
};

/**
 * Desired and available pods of a workload. What runs to its end wants no certain number, except none between two runs;
 * of a controller that Vigla does not read, the pods themselves are all that should be.
 */
export function podCounts({ kind, object, pods }: Counted): PodCounts {
  const counts = countsByKind[kind];
  if (object !== undefined && counts !== undefined) return counts(object);
  const available = pods.filter(isPodReady).length;
  const runsToItsEnd = kind === 'Job' || kind === 'CronJob';
  return { desired: runsToItsEnd && pods.length > 0 ? undefined : pods.length, available };
}

function replicaCounts({ spec, status }: ObjectOf<'Deployment'>): PodCounts {
  return { desired: spec.replicas ?? 1, available: status.availableReplicas ?? 0 };
}

/** As Kubernetes counts it. */
export function isPodReady({ status }: ObjectOf<'Pod'>): boolean {
  return status.conditions.some(({ type, status: value }) => type === 'Ready' && value === 'True');
}
