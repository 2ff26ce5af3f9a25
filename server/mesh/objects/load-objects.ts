import type { Answer, Warning } from '#lib/contract/envelope.ts';
import type { ObjectItem, Objects, ObjectsQuery } from '#lib/contract/objects.ts';
import { configKinds } from '#lib/objects/config-kinds.ts';
import { acrossClusters } from '#server/mesh/load-across-clusters.ts';
import type { LoadContext, ObjectsSnapshot } from '#server/sources/interface.ts';
import type { AnyObject } from './find-object.ts';
import { objectItem, rejectedItem } from './object-item.ts';

/**
 * Every object that configures the mesh, by kind, namespace and name; those of no namespace are in every answer. A
 * namespace that the cluster does not have is a warning: other clusters' traffic has names of namespaces too.
 */
export const loadObjects = acrossClusters(loadObjectsOfOne);

async function loadObjectsOfOne(
  { namespaces, kinds }: ObjectsQuery,
  { sources, signal }: LoadContext,
): Promise<Answer<Objects>> {
  const snapshot = await sources.objects.snapshot(signal);
  const { objects, unread, rejected } = snapshot;
  const wanted = kinds.length === 0 ? configKinds : kinds;
  const isShown = (namespace = '') =>
    namespace === '' || namespaces === '*' || namespaces.includes(namespace);
  const items: ObjectItem[] = wanted.flatMap((kind) => [
    ...objects[kind]
      .filter(({ metadata }: AnyObject) => isShown(metadata.namespace))
      .map((object: AnyObject) => objectItem({ kind, object }, snapshot)),
    ...rejected.filter((one) => one.kind === kind && isShown(one.namespace)).map(rejectedItem),
  ]);
  const warnings = unread
    .filter(({ kind }) => wanted.includes(kind))
    .map(
      ({ kind, reason }): Warning => ({
        code: 'objects_missing',
        source: 'kubernetes',
        message: `${kind} objects could not be read, so they are not in this list: ${reason}`,
      }),
    );
  return { data: { items }, warnings: [...warnings, ...namespaceWarnings(namespaces, snapshot)] };
}

function namespaceWarnings(
  namespaces: ObjectsQuery['namespaces'],
  { objects, cluster }: ObjectsSnapshot,
): Warning[] {
  if (namespaces === '*' || objects.Namespace.length === 0) return [];
  const known = new Set(objects.Namespace.map(({ metadata }) => metadata.name));
  return namespaces
    .filter((name) => !known.has(name))
    .map((name) => ({
      code: 'unknown_namespace',
      source: 'kubernetes',
      message: `Cluster ${cluster}, whose objects these are, has no namespace ${name}.`,
    }));
}
