import { type ObjectKind, type ObjectOf, objectKindNames } from '#lib/objects/kinds.ts';
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
    rootNamespace: snapshot.rootNamespace,
    // Every list holds objects of its own kind, for it is a part of the list that did.
    objects: Object.freeze(objects) as ObjectsByKind,
    unread: seesMesh ? snapshot.unread : snapshot.unread.map(({ kind }) => ({ kind, reason: unreadWords })),
    rejected: snapshot.rejected.filter(({ namespace }) =>
      namespace === '' ? seesMesh : visible.has(namespace),
    ),
  };
}

const unreadWords = 'Vigla could not read it; whoever may see the control plane is told why';
