import type { ObjectKind } from '#lib/objects/kinds.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';

/** The objects of one moment with what is known to be missing among them. */
export type MeshSnapshot = {
  objects: MeshObjects;
  rootNamespace: string;
  unread: readonly { kind: ObjectKind }[];
};
