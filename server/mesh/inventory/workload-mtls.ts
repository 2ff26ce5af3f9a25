import type { WorkloadDetail } from '#lib/contract/details.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { type EffectiveMtls, effectiveMtls, portsWithOwnMode } from './effective-mtls.ts';
import type { InventoryWorkload } from './inventory.ts';

type Mtls = NonNullable<WorkloadDetail['mtls']>;
type Policies = { objects: MeshObjects; rootNamespace: string };

/**
 * The mutual TLS mode in force for what arrives at some workloads: the one that all of them and all their ports share,
 * else MIXED with the policy that makes the first difference. Undefined where none of them has an inbound policy.
 */
export function workloadMtls(workloads: readonly InventoryWorkload[], policies: Policies): Mtls | undefined {
  const modes = workloads
    .filter(({ membership }) => membership.mode === 'sidecar' || membership.mode === 'ambient')
    .flatMap(({ namespace, labels }) => [
      effectiveMtls({ namespace, labels }, policies),
      ...portsWithOwnMode({ namespace, labels }, policies.objects).map((port) =>
        effectiveMtls({ namespace, labels, port }, policies),
      ),
    ]);
  const [first] = modes;
  if (first === undefined) return undefined;
  const different = modes.find(({ mode }) => mode !== first.mode);
  return different === undefined ? word(first.mode, first) : word('MIXED', different);
}

function word(mode: Mtls['mode'], { setBy }: EffectiveMtls): Mtls {
  return setBy === undefined ? { mode } : { mode, setBy };
}
