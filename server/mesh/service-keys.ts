import type { MeshObjects } from './mesh-objects.ts';

const kept = new WeakMap<MeshObjects['Service'], ReadonlySet<string>>();

/** `namespace/name` of every Service; the same set as long as the list is the same. */
export function serviceKeysOf({ Service: services }: Pick<MeshObjects, 'Service'>): ReadonlySet<string> {
  const known = kept.get(services);
  if (known !== undefined) return known;
  const keys = new Set(services.map(({ metadata }) => `${metadata.namespace ?? ''}/${metadata.name}`));
  kept.set(services, keys);
  return keys;
}
