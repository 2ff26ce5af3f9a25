import type { ObjectKind, ObjectOf } from '#lib/objects/kinds.ts';
import type { InventoryWorkload } from '#server/mesh/inventory/inventory.ts';

/** A workload with what a requirement of it may look at. */
export type WorkloadSubject = {
  workload: InventoryWorkload;
  namespace: ObjectOf<'Namespace'> | undefined;
  /** Services that select its pods. */
  services: readonly ObjectOf<'Service'>[];
  unread: readonly ObjectKind[];
};

/** `Deployment shop/checkout`, as in a sentence of kubectl. */
export function subjectName({ workload: { kind, namespace, name } }: WorkloadSubject): string {
  return `${kind} ${namespace}/${name}`;
}

/** Whether its pods run Istio's proxy beside containers of their own. */
export function hasSidecar({ workload: { membership, pods } }: WorkloadSubject): boolean {
  return (
    membership.mode === 'sidecar' || (membership.mode === 'none' && membership.withoutSidecar < pods.length)
  );
}

/** Containers of the application: neither the proxy nor what prepares the pod for it. */
export function ownContainers({ spec }: ObjectOf<'Pod'>) {
  const ofIstio: readonly string[] = ['istio-proxy', 'istio-init', 'istio-validation'];
  return [...spec.containers, ...spec.initContainers].filter(({ name }) => !ofIstio.includes(name));
}
