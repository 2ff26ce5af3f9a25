import { type ObjectKind, type ObjectOf, objectKindNames } from '#lib/objects/kinds.ts';
import { restrictedName } from '#lib/restricted-name.ts';
import type { ObjectsSnapshot } from '#server/sources/interface.ts';

type ObjectsByKind = ObjectsSnapshot['objects'];
type Listed = Readonly<Record<ObjectKind, readonly ObjectOf<ObjectKind>[]>>;

/**
 * A snapshot with the objects of some namespaces alone. What belongs to no namespace is the mesh's, as is why a kind could
 * not be read: both are for those who may see the root namespace.
 */
export function filterSnapshot(snapshot: ObjectsSnapshot, visible: ReadonlySet<string>): ObjectsSnapshot {
  const seesMesh = visible.has(snapshot.rootNamespace);
  const isVisible = (kind: ObjectKind, { metadata }: ObjectOf<ObjectKind>) => {
    const namespace = kind === 'Namespace' ? metadata.name : (metadata.namespace ?? '');
    return namespace === '' ? seesMesh : visible.has(namespace);
  };
  const all: Listed = snapshot.objects;
  const objects: Partial<Record<ObjectKind, readonly ObjectOf<ObjectKind>[]>> = {};
  for (const kind of objectKindNames) objects[kind] = all[kind].filter((object) => isVisible(kind, object));
  return {
    cluster: snapshot.cluster,
    rootNamespace: seesMesh ? snapshot.rootNamespace : restrictedName,
    // Every list holds objects of its own kind, for it is a part of the list that did.
    objects: Object.freeze(objects) as ObjectsByKind,
    unread: seesMesh ? snapshot.unread : withoutReasons(snapshot.unread),
    rejected: snapshot.rejected.filter(({ namespace }) =>
      namespace === '' ? seesMesh : visible.has(namespace),
    ),
  };
}

/** Kinds whose objects are all of the mesh: without them nothing may be concluded from their absence. */
const kindsOfMesh: readonly ObjectKind[] = ['ConfigMap', 'MutatingWebhookConfiguration'];

function withoutReasons(unread: ObjectsSnapshot['unread']): ObjectsSnapshot['unread'] {
  return [
    ...kindsOfMesh.map((kind) => ({
      kind,
      reason: 'it is of the mesh as a whole, whose control plane you may not see',
    })),
    ...unread
      .filter(({ kind }) => !kindsOfMesh.includes(kind))
      .map(({ kind }) => ({ kind, reason: 'whoever may see the control plane is told why' })),
  ];
}
