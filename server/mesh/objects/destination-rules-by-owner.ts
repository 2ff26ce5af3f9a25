import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { oldestFirst } from '#server/mesh/oldest-first.ts';
import { hostOwnersOf } from './host-owners.ts';

type ByOwner = ReadonlyMap<string, readonly ObjectOf<'DestinationRule'>[]>;

const kept = new WeakMap<MeshObjects, ByOwner>();

/** DestinationRules by what has their host, `<kind>/<namespace>/<name>`, the oldest first; made once for each snapshot. */
export function destinationRulesByOwner(objects: MeshObjects): ByOwner {
  const known = kept.get(objects);
  if (known !== undefined) return known;
  const owners = hostOwnersOf(objects);
  const byOwner = new Map<string, ObjectOf<'DestinationRule'>[]>();
  for (const rule of objects.DestinationRule.toSorted(oldestFirst))
    for (const { kind, namespace, name } of owners.of(rule.spec.host, rule.metadata.namespace ?? '')) {
      const key = `${kind}/${namespace}/${name}`;
      byOwner.set(key, [...(byOwner.get(key) ?? []), rule]);
    }
  kept.set(objects, byOwner);
  return byOwner;
}
