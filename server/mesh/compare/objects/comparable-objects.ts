import type { ObjectReference } from '#lib/contract/evidence.ts';
import { isObject, type JsonObject } from '#lib/json/json.ts';
import { moveTimes } from '#lib/json/move-times.ts';
import { type ObjectKind, objectKindNames } from '#lib/objects/kinds.ts';
import { manifestOf } from '#lib/objects/manifest.ts';
import { controllerOf } from '#server/mesh/inventory/top-owner.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { AnyObject } from '#server/mesh/objects/find-object.ts';
import { shownManifest } from '#server/mesh/objects/write-manifest.ts';

/** An object of one side; `read` is the object as it was read, or the note that it does not have the shape of its kind. */
export type ComparableObject = {
  kind: ObjectKind;
  namespace: string;
  name: string;
  read: object;
  /** The controller that made it: `ReplicaSet reviews-v1-7d4f`. */
  madeBy: string | undefined;
};

type Read = {
  objects: MeshObjects;
  rejected: readonly { kind: ObjectKind; namespace: string; name: string }[];
};

/** The objects of one side, by what they are called; those of no namespace are in every comparison. */
export function comparableObjects(
  { objects, rejected }: Read,
  namespaces: '*' | readonly string[],
): Map<string, ComparableObject> {
  const isAsked = (namespace: string) =>
    namespaces === '*' || namespace === '' || namespaces.includes(namespace);
  const found: ComparableObject[] = objectKindNames.flatMap((kind) =>
    objects[kind].map((read: AnyObject) => ({
      kind,
      namespace: read.metadata.namespace ?? '',
      name: read.metadata.name,
      read,
      madeBy: makerOf(read),
    })),
  );
  // Nothing of one that could not be read is known without its manifest.
  for (const note of rejected)
    if (manifestOf(note) !== undefined)
      found.push({
        kind: note.kind,
        namespace: note.namespace,
        name: note.name,
        read: note,
        madeBy: undefined,
      });
  return new Map(
    found
      .filter(({ kind, name, namespace }) => isAsked(kind === 'Namespace' ? name : namespace))
      .map((object) => [keyOf(object), object]),
  );
}

export function keyOf({ kind, namespace, name }: ObjectReference): string {
  return `${kind}/${namespace}/${name}`;
}

function makerOf({ metadata }: AnyObject): string | undefined {
  const controller = controllerOf(metadata);
  return controller === undefined ? undefined : `${controller.kind} ${controller.name}`;
}

/**
 * What is compared of an object: the fields of its manifest that a reader is shown, without secrets. `shiftMs` is added to
 * its times, for a recorded mesh whose times were moved.
 */
export function comparableFields({ kind, read }: ComparableObject, shiftMs: number): JsonObject {
  const shown = shownManifest(kind, read);
  const moved = shiftMs === 0 ? shown : moveTimes(shown, shiftMs);
  if (!isObject(moved)) return {};
  const { metadata, ...rest } = moved;
  if (!isObject(metadata)) return moved;
  // When the spec was last written is read out of the server's own book.
  const { specChangedAt, ...shownMetadata } = metadata;
  return { ...rest, metadata: shownMetadata };
}
