import type { ObjectsSnapshot } from '#server/sources/interface.ts';

/** Those that objects are in as well: the Namespace objects themselves may not be readable. Sorted. */
export function namespacesOfObjects({ objects }: Pick<ObjectsSnapshot, 'objects'>): string[] {
  const names = new Set(objects.Namespace.map(({ metadata }) => metadata.name));
  for (const { metadata } of Object.values(objects).flat())
    if (metadata.namespace !== undefined && metadata.namespace !== '') names.add(metadata.namespace);
  return [...names].sort();
}
