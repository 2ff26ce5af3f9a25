import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { hostOwnersOf } from '../host-owners.ts';

/** A field of one object that names another. */
export type FieldReference = {
  from: ObjectReference;
  /** Of the field, in the object that names. */
  path: string;
  to: ObjectReference;
  /** Sentences from both sides: what the one has to do with the other. */
  why: string;
  whyBack: string;
};

/** What is said of a named object, before it is known which it is. */
export type Naming = Pick<FieldReference, 'from' | 'path' | 'why' | 'whyBack'>;

/** References to whatever has a host; where nothing has it, to what would have to. */
export function hostReferences(host: string, naming: Naming, objects: MeshObjects): FieldReference[] {
  const owners = hostOwnersOf(objects);
  const found = owners.of(host, naming.from.namespace);
  const meant = found.length === 0 && host !== '*' ? [owners.wanted(host, naming.from.namespace)] : found;
  return meant.map((to) => ({ ...naming, to }));
}

/** An object's own name among objects of its kind. */
export function referenceTo(
  kind: string,
  { namespace = '', name }: { namespace?: string | undefined; name: string },
): ObjectReference {
  return { kind, namespace, name };
}
