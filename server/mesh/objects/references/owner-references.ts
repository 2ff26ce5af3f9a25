import { configKinds } from '#lib/objects/config-kinds.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { AnyObject } from '../find-object.ts';
import { type FieldReference, referenceTo } from './field-reference.ts';

/** What objects belong to, as their `metadata.ownerReferences` say. */
export function ownerReferences(objects: MeshObjects): FieldReference[] {
  return configKinds.flatMap((kind) =>
    objects[kind].flatMap(({ metadata }: AnyObject) =>
      metadata.ownerReferences.map((owner, index) => ({
        from: referenceTo(kind, metadata),
        path: `metadata.ownerReferences[${index}]`,
        to: { kind: owner.kind, namespace: metadata.namespace ?? '', name: owner.name },
        why: 'It belongs to this object and goes away with it.',
        whyBack: 'It belongs to this object.',
      })),
    ),
  );
}
