import { type ObjectKind, objectKindNames, objectKinds } from '#lib/objects/kinds.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { ObjectsSnapshot } from '#server/sources/interface.ts';

/** One object as a manifest would have it; `kind` is the key of the registry of kinds. */
export type Manifest = { kind: ObjectKind; name: string; namespace?: string; [field: string]: unknown };

/** A snapshot of a few made objects, each checked against the shape of its kind. */
export function objectsSnapshot(
  manifests: readonly Manifest[],
  options: { cluster?: string; rootNamespace?: string } = {},
): ObjectsSnapshot {
  return {
    cluster: options.cluster ?? 'Kubernetes',
    rootNamespace: options.rootNamespace ?? 'istio-system',
    objects: meshObjects(manifests),
    unread: [],
    rejected: [],
  };
}

export function meshObjects(manifests: readonly Manifest[]): MeshObjects {
  const lists = objectKindNames.map((kind) => [
    kind,
    manifests
      .filter((manifest) => manifest.kind === kind)
      .map((manifest) => objectKinds[kind].schema.parse(toObject(manifest))),
  ]);
  return Object.fromEntries(lists) as MeshObjects;
}

function toObject({
  kind: _kind,
  name,
  namespace,
  labels,
  annotations,
  ownerReferences,
  creationTimestamp,
  ...rest
}: Manifest) {
  return { metadata: { name, namespace, labels, annotations, ownerReferences, creationTimestamp }, ...rest };
}
