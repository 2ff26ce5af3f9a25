import { inventoryOf } from '#server/mesh/inventory/inventory.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { proxyTypeOf } from '#server/mesh/proxy/find-proxy.ts';

const kept = new WeakMap<MeshObjects, ReadonlySet<string>>();

/** `<namespace>/<workload>` of every gateway: rules for callers in the mesh do not hold for them. */
export function gatewayWorkloadsOf({
  objects,
  rootNamespace,
}: {
  objects: MeshObjects;
  rootNamespace: string;
}): ReadonlySet<string> {
  const known = kept.get(objects);
  if (known !== undefined) return known;
  const keys = new Set(
    inventoryOf(objects, rootNamespace)
      .workloads.filter(({ pods }) => pods.some((pod) => proxyTypeOf(pod) === 'gateway'))
      .map(({ namespace, name }) => `${namespace}/${name}`),
  );
  kept.set(objects, keys);
  return keys;
}
