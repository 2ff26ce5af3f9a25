import type { Evidence } from '#lib/contract/evidence.ts';
import type { ObjectKind } from '#lib/objects/kinds.ts';

/** Stands where an object would be the proof, so that nobody takes its absence for one. */
export function unreadEvidence(kind: ObjectKind): Evidence {
  return { kind: 'object', text: `${kind} objects could not be read` };
}
