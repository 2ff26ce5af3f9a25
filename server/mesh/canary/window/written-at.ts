import { type ObjectKind, objectKindNames } from '#lib/objects/kinds.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { Split } from '../split.ts';

/** Epoch seconds. `isLast`: nobody wrote it since; else only its creation is known. */
export type Written = { seconds: number; isLast: boolean };

/**
 * When the objects of a split were last written: the newest of their creation and of what the server kept book of.
 * Undefined where neither is known.
 */
export function writtenAt(
  { object, root }: Pick<Split, 'object' | 'root'>,
  objects: MeshObjects,
): Written | undefined {
  const found = [object, root].map((reference) => metadataOf(reference, objects));
  const seconds = found
    .flatMap((metadata) => [metadata?.creationTimestamp, metadata?.specChangedAt])
    .map((time) => Date.parse(time ?? '') / 1000)
    .filter((time) => !Number.isNaN(time));
  if (seconds.length === 0) return undefined;
  return {
    seconds: Math.max(...seconds),
    isLast: found.every((metadata) => metadata?.specChangedAt !== undefined),
  };
}

function metadataOf({ kind, namespace, name }: Split['object'], objects: MeshObjects) {
  const key: ObjectKind | undefined = objectKindNames.find((known) => known === kind);
  if (key === undefined) return undefined;
  return objects[key].find(({ metadata }) => metadata.name === name && metadata.namespace === namespace)
    ?.metadata;
}
