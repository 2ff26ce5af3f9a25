import type { NamespaceItem } from '#lib/contract/namespaces.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { type EffectiveMtls, effectiveMtls, portsWithOwnMode } from './effective-mtls.ts';
import type { InventoryWorkload } from './inventory.ts';

type NamespaceMtls = NonNullable<NamespaceItem['mtls']>;

/**
 * The mutual TLS mode of a namespace as one word: the mode that all its sidecars and all their ports share, else MIXED
 * with the policy that makes the first difference. A policy that selects no workload of the mesh makes none.
 */
export function namespaceMtls(
  namespace: string,
  {
    workloads,
    objects,
    rootNamespace,
  }: { workloads: readonly InventoryWorkload[]; objects: MeshObjects; rootNamespace: string },
): NamespaceMtls {
  const policies = { objects, rootNamespace };
  const base = effectiveMtls({ namespace }, policies);
  const different = workloads
    .filter((workload) => workload.namespace === namespace && hasInboundPolicy(workload))
    .flatMap(({ labels }) => [
      effectiveMtls({ namespace, labels }, policies),
      ...portsWithOwnMode({ namespace, labels }, objects).map((port) =>
        effectiveMtls({ namespace, labels, port }, policies),
      ),
    ])
    .find(({ mode }) => mode !== base.mode);
  return different === undefined ? word(base.mode, base) : word('MIXED', different);
}

/** Gateways speak TLS as their Gateway object says; PeerAuthentication is for what stands behind an inbound listener. */
function hasInboundPolicy({ membership }: InventoryWorkload): boolean {
  return membership.mode === 'sidecar' || membership.mode === 'ambient';
}

function word(mode: NamespaceMtls['mode'], { setBy }: EffectiveMtls): NamespaceMtls {
  return setBy === undefined ? { mode } : { mode, setBy };
}
