import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { canonicalName, canonicalRevision } from './canonical-name.ts';
import { podCounts } from './pod-counts.ts';
import { controllerOf, topOwnerFinder } from './top-owner.ts';

type Pod = ObjectOf<'Pod'>;
type Declared = { kind: string; object: ObjectOf<'Deployment'> };

/** What runs pods, under the name that Istio's telemetry gives it. */
export type Workload = {
  /** As Kubernetes calls it: Deployment, StatefulSet, CronJob, Rollout …; Pod for one without a controller. */
  kind: string;
  namespace: string;
  name: string;
  /** Istio's canonical service and revision. */
  app: string;
  version: string;
  /** Of the pods, or of their template where none runs. */
  labels: Readonly<Record<string, string>>;
  annotations: Readonly<Record<string, string>>;
  /** Pods that have not ended. */
  pods: readonly Pod[];
  /** Of the controller itself; undefined where only its pods are known. */
  metadata: Pod['metadata'] | undefined;
  /** As the template of its pods says; undefined where it says none or no template is known. */
  serviceAccount: string | undefined;
  /** Undefined where nothing says how many pods there should be. */
  desired: number | undefined;
  available: number;
};

/**
 * All workloads of the cluster, sorted by namespace and name: declared ones, also without pods, and those known only
 * as the controller of some pod. A pod without a controller is a workload of its own.
 */
export function groupWorkloads(objects: MeshObjects): Workload[] {
  const declared = new Map<string, Declared>();
  for (const { kind, object } of declaredWorkloads(objects)) {
    declared.set(keyOf(kind, object.metadata.namespace, object.metadata.name), { kind, object });
  }
  const podsByKey = new Map<string, Pod[]>([...declared.keys()].map((key) => [key, []]));
  const ownerOf = topOwnerFinder(objects);
  // A Rollout that is scaled to nothing has no pods, and no object that is read but its ReplicaSets.
  const latest = new Map<string, Declared['object']>();
  for (const replicaSet of objects.ReplicaSet.toSorted(byAge)) {
    const owner = controllerOf(replicaSet.metadata);
    if (owner === undefined) continue;
    const key = keyOf(owner.kind, replicaSet.metadata.namespace, owner.name);
    latest.set(key, replicaSet);
    if (!podsByKey.has(key)) podsByKey.set(key, []);
  }
  for (const pod of objects.Pod) {
    const owner = ownerOf(pod.metadata) ?? { kind: 'Pod', name: pod.metadata.name };
    const key = keyOf(owner.kind, pod.metadata.namespace, owner.name);
    const hasEnded = pod.status.phase === 'Succeeded' || pod.status.phase === 'Failed';
    if (hasEnded && !declared.has(key)) continue;
    const pods = podsByKey.get(key) ?? [];
    podsByKey.set(key, pods);
    if (!hasEnded) pods.push(pod);
  }
  return [...podsByKey]
    .map(([key, pods]) =>
      toWorkload(key, { pods, object: declared.get(key)?.object, template: latest.get(key)?.spec.template }),
    )
    .sort(byName);
}

function declaredWorkloads(objects: MeshObjects): Declared[] {
  const kinds = ['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob', 'Job', 'ReplicaSet'] as const;
  return kinds.flatMap((kind) =>
    objects[kind]
      .map((object) => ({ kind, object }))
      .filter(({ object }) => controllerOf(object.metadata) === undefined),
  );
}

type Known = {
  pods: readonly Pod[];
  object: Declared['object'] | undefined;
  /** Of the latest ReplicaSet, for a controller that is not read. */
  template: Declared['object']['spec']['template'];
};

function toWorkload(key: string, { pods, object, template: inherited }: Known): Workload {
  const [kind = '', namespace = '', name = ''] = key.split('/');
  const { metadata: template, spec } = object?.spec.template ?? inherited ?? {};
  const labels = pods[0]?.metadata.labels ?? template?.labels ?? {};
  return {
    kind,
    namespace,
    name,
    app: canonicalName(labels, name),
    version: canonicalRevision(labels),
    labels,
    annotations: pods[0]?.metadata.annotations ?? template?.annotations ?? {},
    pods,
    metadata: object?.metadata ?? (kind === 'Pod' ? pods[0]?.metadata : undefined),
    serviceAccount: spec?.serviceAccountName,
    ...podCounts({ kind, object, pods }),
  };
}

function keyOf(kind: string, namespace: string | undefined, name: string): string {
  return `${kind}/${namespace ?? ''}/${name}`;
}

function byAge({ metadata: one }: Declared['object'], { metadata: other }: Declared['object']): number {
  return (one.creationTimestamp ?? '') < (other.creationTimestamp ?? '') ? -1 : 1;
}

function byName(one: Workload, other: Workload): number {
  const [a, b] = [one, other].map(({ namespace, name, kind }) => `${namespace}/${name}/${kind}`);
  return (a ?? '') < (b ?? '') ? -1 : 1;
}
