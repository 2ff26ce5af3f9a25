import { namespaceSchema } from '#lib/objects/core.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { Inventory } from './inventory.ts';

/** The namespaces of a cluster; where they may not be listed, those that its workloads name, without labels. */
export function namespacesOf(
  objects: MeshObjects,
  { workloads }: Inventory,
): readonly ObjectOf<'Namespace'>[] {
  if (objects.Namespace.length > 0) return objects.Namespace;
  const names = [...new Set(workloads.map(({ namespace }) => namespace))];
  return names.map((name) => namespaceSchema.parse({ metadata: { name } }));
}
