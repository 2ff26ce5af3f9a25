import type { ObjectKind, ObjectOf } from '#lib/objects/kinds.ts';

/** All objects of one cluster at one moment, by kind; a kind that the cluster does not have is an empty list. */
export type MeshObjects = { readonly [Kind in ObjectKind]: readonly ObjectOf<Kind>[] };
