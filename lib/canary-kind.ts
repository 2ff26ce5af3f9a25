import { canaryKinds } from './contract/canary-query.ts';

/** Whether objects of a kind can have weighted rules. */
export function isCanaryKind(kind: string): boolean {
  return canaryKinds.some((known) => known === kind.toLowerCase());
}
