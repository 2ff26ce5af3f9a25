import type { ObjectsSnapshot } from '#server/sources/interface.ts';

type Snapshot = Pick<ObjectsSnapshot, 'objects'>;
const known = new WeakMap<Snapshot['objects'], readonly string[]>();

/**
 * Those that objects are in as well: the Namespace objects themselves may not be readable. Sorted, and worked out once for
 * each snapshot: rights in several clusters ask for them with every request.
 */
export function namespacesOfObjects({ objects }: Snapshot): readonly string[] {
  const names = known.get(objects) ?? namespacesIn(objects);
  known.set(objects, names);
  return names;
}

function namespacesIn(objects: Snapshot['objects']): string[] {
  const names = new Set(objects.Namespace.map(({ metadata }) => metadata.name));
  for (const { metadata } of Object.values(objects).flat())
    if (metadata.namespace !== undefined && metadata.namespace !== '') names.add(metadata.namespace);
  return [...names].sort();
}
