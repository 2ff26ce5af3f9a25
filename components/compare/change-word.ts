import { type ObjectChange, objectChanges } from '#lib/contract/compare-objects.ts';

/** An address may name anything. */
export function isObjectChange(text: string): text is ObjectChange {
  return objectChanges.some((change) => change === text);
}
