import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';

export type Owner = { kind: string; name: string };
type Metadata = ObjectOf<'Pod'>['metadata'];

/** The controller among the owners of an object; an owner that does not say so counts where it is the only one. */
export function controllerOf({ ownerReferences }: Metadata): Owner | undefined {
  const controller = ownerReferences.find((owner) => owner.controller === true);
  return controller ?? (ownerReferences.length === 1 ? ownerReferences[0] : undefined);
}

/** Finds the workload that a pod belongs to, through ReplicaSets and Jobs up to whatever controls them. */
export function topOwnerFinder(objects: MeshObjects): (pod: Metadata) => Owner | undefined {
  const replicaSets = byNamespacedName(objects.ReplicaSet);
  const jobs = byNamespacedName(objects.Job);
  return (pod) => {
    const owner = controllerOf(pod);
    if (owner === undefined) return undefined;
    const key = `${pod.namespace}/${owner.name}`;
    if (owner.kind === 'ReplicaSet') {
      const replicaSet = replicaSets.get(key);
      return replicaSet === undefined ? deploymentByHash(pod, owner) : (controllerOf(replicaSet) ?? owner);
    }
    if (owner.kind === 'Job') {
      const job = jobs.get(key);
      return job === undefined ? cronJobByTime(owner) : (controllerOf(job) ?? owner);
    }
    return owner;
  };
}

function byNamespacedName(list: readonly { metadata: Metadata }[]): Map<string, Metadata> {
  return new Map(list.map(({ metadata }) => [`${metadata.namespace}/${metadata.name}`, metadata]));
}

/** Without the ReplicaSet its name tells: it is the Deployment's and the hash that the pod carries as a label, as Istio reads it. */
function deploymentByHash(pod: Metadata, owner: Owner): Owner {
  const hash = pod.labels['pod-template-hash'];
  if (hash === undefined || !owner.name.endsWith(`-${hash}`)) return owner;
  return { kind: 'Deployment', name: owner.name.slice(0, -(hash.length + 1)) };
}

/** Without the Job its name tells: a CronJob appends the scheduled minute, eight to ten digits. */
function cronJobByTime(owner: Owner): Owner {
  const name = /^(.+)-\d{8,10}$/.exec(owner.name)?.[1];
  return name === undefined ? owner : { kind: 'CronJob', name };
}
