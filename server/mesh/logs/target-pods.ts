import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { TargetKind } from '#lib/target.ts';
import type { Inventory, InventoryWorkload } from '#server/mesh/inventory/inventory.ts';
import { topOwnerFinder } from '#server/mesh/inventory/top-owner.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';

type Pod = ObjectOf<'Pod'>;
type Named = { namespace: string; name: string };

export type TargetPods = {
  /** Newest first. */
  pods: Pod[];
  /** What `kubectl logs` calls them: `deployment/reviews-v1`, or `-l app=reviews`. */
  selector: string;
};

const finders: Record<
  TargetKind,
  (inventory: Inventory, target: Named) => readonly InventoryWorkload[] | undefined
> = {
  workload(inventory, { namespace, name }) {
    const named = inventory.workloadsIn(namespace).filter((workload) => workload.name === name);
    return named.length === 0 ? undefined : named;
  },
  service(inventory, { namespace, name }) {
    const service = inventory.service(namespace, name);
    return service === undefined ? undefined : inventory.workloadsOf(service);
  },
  application(inventory, { namespace, name }) {
    const workloads = inventory.application({ namespace, app: name });
    return workloads.length === 0 ? undefined : workloads;
  },
};

/** The pods of a target, those that have ended included; undefined where the cluster has no such target. */
export function targetPods(
  kind: TargetKind,
  target: Named,
  { objects, inventory }: { objects: MeshObjects; inventory: Inventory },
): TargetPods | undefined {
  const workloads = finders[kind](inventory, target);
  if (workloads === undefined) return undefined;
  const pods = workloads.flatMap(({ pods: running }) => running);
  const all = [...pods, ...endedPods(objects, workloads)];
  return { pods: all.sort(newestFirst), selector: selectorOf(kind, target, { inventory, workloads }) };
}

/** A Job's pods are of interest most when they are done, and those of a Deployment when they were evicted. */
function endedPods(objects: MeshObjects, workloads: readonly InventoryWorkload[]): Pod[] {
  const keys = new Set(workloads.map(({ kind, namespace, name }) => `${kind}/${namespace}/${name}`));
  const ownerOf = topOwnerFinder(objects);
  return objects.Pod.filter(({ metadata, status }) => {
    if (status.phase !== 'Succeeded' && status.phase !== 'Failed') return false;
    const owner = ownerOf(metadata);
    return owner !== undefined && keys.has(`${owner.kind}/${metadata.namespace}/${owner.name}`);
  });
}

function newestFirst(one: Pod, other: Pod): number {
  const [a, b] = [one, other].map(({ metadata }) => metadata.creationTimestamp ?? '');
  return (b ?? '').localeCompare(a ?? '') || one.metadata.name.localeCompare(other.metadata.name);
}

/** Kinds that `kubectl logs` finds the pods of. */
const addressable = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job']);

function selectorOf(
  kind: TargetKind,
  { namespace, name }: Named,
  { inventory, workloads }: { inventory: Inventory; workloads: readonly InventoryWorkload[] },
): string {
  const [first] = workloads;
  const ofService = kind === 'service' ? inventory.service(namespace, name)?.spec.selector : undefined;
  if (ofService !== undefined) return labelsSelector(ofService);
  if (kind === 'workload' && first !== undefined) {
    if (addressable.has(first.kind)) return `${first.kind.toLowerCase()}/${name} --all-pods`;
    if (first.kind === 'Pod') return name;
  }
  const label = ['app.kubernetes.io/name', 'app'].find((key) => first?.labels[key] !== undefined);
  return labelsSelector(
    label === undefined ? (first?.labels ?? {}) : { [label]: first?.labels[label] ?? '' },
  );
}

function labelsSelector(labels: Readonly<Record<string, string>>): string {
  return `-l ${Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(',')}`;
}
