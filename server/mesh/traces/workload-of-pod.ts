import type { Inventory, InventoryWorkload } from '#server/mesh/inventory/inventory.ts';

const kept = new WeakMap<Inventory, ReadonlyMap<string, InventoryWorkload>>();

/** The workload that a pod belongs to; undefined for a pod that is gone. */
export function workloadOfPod(
  inventory: Inventory,
  pod: { namespace: string; name: string },
): InventoryWorkload | undefined {
  let byPod = kept.get(inventory);
  if (byPod === undefined) {
    byPod = new Map(
      inventory.workloads.flatMap((workload) =>
        workload.pods.map(({ metadata }) => [`${workload.namespace}/${metadata.name}`, workload] as const),
      ),
    );
    kept.set(inventory, byPod);
  }
  return byPod.get(`${pod.namespace}/${pod.name}`);
}
