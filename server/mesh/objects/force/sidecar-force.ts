import type { Force } from '#lib/contract/objects.ts';
import { sidecarInForce } from '#server/mesh/applies/sidecar-of.ts';
import { matchesSelector } from '#server/mesh/graph/facts/matches-selector.ts';
import { inventoryOf } from '#server/mesh/inventory/inventory.ts';
import type { MeshSnapshot } from '../mesh-snapshot.ts';

type Named = { namespace: string; name: string };

/** A workload obeys one Sidecar: the one that selects it, else its namespace's, else the mesh's; the oldest of each. */
export function sidecarForce({ namespace, name }: Named, snapshot: MeshSnapshot): Force {
  const { objects, rootNamespace } = snapshot;
  const own = objects.Sidecar.find(
    ({ metadata }) => metadata.name === name && metadata.namespace === namespace,
  );
  const selector = own?.spec.workloadSelector?.labels ?? {};
  const inventory = inventoryOf(objects, rootNamespace);
  const near = namespace === rootNamespace ? inventory.workloads : inventory.workloadsIn(namespace);
  const chosen = near.filter(
    ({ labels, membership }) => membership.mode !== 'none' && matchesSelector(labels, selector),
  );
  if (chosen.length === 0) return { state: 'idle', text: 'No workload with a proxy is chosen by it.' };
  const obeying = chosen.filter((workload) => {
    const { sidecar } = sidecarInForce(workload, snapshot) ?? {};
    return sidecar?.metadata.name === name && sidecar.metadata.namespace === namespace;
  });
  if (obeying.length === 0)
    return {
      state: 'overridden',
      text: `All ${chosen.length} workloads that it could be for obey another Sidecar, a narrower or an older one.`,
    };
  return { state: 'inForce', text: `${obeying.length} of ${chosen.length} workloads obey it.` };
}
