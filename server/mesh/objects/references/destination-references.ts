import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { destinationRulesByOwner } from '../destination-rules-by-owner.ts';
import { type FieldReference, hostReferences, type Naming, referenceTo } from './field-reference.ts';

/** What has a destination's host, and where a subset is named, the DestinationRules of the host, which alone define subsets. */
export function destinationReferences(
  { host, subset }: { host: string; subset?: string | undefined },
  naming: Naming,
  objects: MeshObjects,
): FieldReference[] {
  const owners = hostReferences(host, { ...naming, path: `${naming.path}.host` }, objects);
  if (subset === undefined) return owners;
  const byOwner = destinationRulesByOwner(objects);
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

function keyOf({ kind, namespace, name }: FieldReference['to']): string {
  return `${kind}/${namespace}/${name}`;
}
