import type { ObjectReference } from '#lib/contract/evidence.ts';
import { type ObjectKind, objectKindNames, objectKinds } from '#lib/objects/kinds.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';

/** What every object has, whatever its kind. */
export type AnyObject = MeshObjects[ObjectKind][number];

export type FoundObject = { kind: ObjectKind; object: AnyObject };

/**
 * The object of a reference. A kind that two groups share (`Gateway`) finds the one of the registry's key first, then
 * the other, so that names written as in a manifest lead somewhere.
 */
export function findObject(
  objects: MeshObjects,
  { kind, namespace, name }: ObjectReference,
): FoundObject | undefined {
  for (const candidate of kindsNamed(kind)) {
    const object = objects[candidate].find(
      ({ metadata }: AnyObject) => metadata.name === name && (metadata.namespace ?? '') === namespace,
    );
    if (object !== undefined) return { kind: candidate, object };
  }
  return undefined;
}

/** The registry's keys that a kind's name may mean, the key itself first. */
export function kindsNamed(name: string): ObjectKind[] {
  const sharing = objectKindNames.filter((key) => key === name || objectKinds[key].kind === name);
  return sharing.sort((one, other) => Number(other === name) - Number(one === name));
}
