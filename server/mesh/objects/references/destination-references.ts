import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { hostOwnersOf } from '../host-owners.ts';
import { type FieldReference, hostReferences, type Naming, referenceTo } from './field-reference.ts';

type DestinationRule = ObjectOf<'DestinationRule'>;

/** What has a destination's host, and where a subset is named, the DestinationRules of the host, which alone define subsets. */
export function destinationReferences(
  { host, subset }: { host: string; subset?: string | undefined },
  naming: Naming,
  objects: MeshObjects,
): FieldReference[] {
  const owners = hostReferences(host, { ...naming, path: `${naming.path}.host` }, objects);
  if (subset === undefined) return owners;
  const byOwner = rulesByOwner(objects);
  const rules = new Set(
    owners
      .flatMap(({ to }) => byOwner.get(keyOf(to)) ?? [])
      .filter(({ spec }) => spec.subsets.some(({ name }) => name === subset)),
  );
  const path = `${naming.path}.subset`;
  if (rules.size === 0) {
    const to = { kind: 'DestinationRule', namespace: '', name: `subset ${subset} of ${host}` };
    const why = `It sends requests to subset ${subset} of ${host}, which no DestinationRule defines.`;
    return [...owners, { ...naming, path, to, why }];
  }
  return [
    ...owners,
    ...[...rules].map(({ metadata }) => ({
      ...naming,
      path,
      to: referenceTo('DestinationRule', metadata),
      why: `It sends requests to its subset ${subset}.`,
      whyBack: `It sends requests to subset ${subset} of this one.`,
    })),
  ];
}

const kept = new WeakMap<MeshObjects, ReadonlyMap<string, readonly DestinationRule[]>>();

function rulesByOwner(objects: MeshObjects): ReadonlyMap<string, readonly DestinationRule[]> {
  const known = kept.get(objects);
  if (known !== undefined) return known;
  const owners = hostOwnersOf(objects);
  const byOwner = new Map<string, DestinationRule[]>();
  for (const rule of objects.DestinationRule)
    for (const owner of owners.of(rule.spec.host, rule.metadata.namespace ?? ''))
      byOwner.set(keyOf(owner), [...(byOwner.get(keyOf(owner)) ?? []), rule]);
  kept.set(objects, byOwner);
  return byOwner;
}

function keyOf({ kind, namespace, name }: FieldReference['to']): string {
  return `${kind}/${namespace}/${name}`;
}
