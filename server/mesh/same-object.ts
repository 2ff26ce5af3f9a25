import type { ObjectReference } from '#lib/contract/evidence.ts';

/** Whether two references mean the same object. */
export function isSameObject(one: ObjectReference, other: ObjectReference): boolean {
  return one.kind === other.kind && one.namespace === other.namespace && one.name === other.name;
}
