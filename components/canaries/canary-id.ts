import { canaryPath } from '#lib/canary-path.ts';
import type { CanaryItem } from '#lib/contract/canaries.ts';

/** Unique in a list of weighted rules. */
export function canaryId({ object, route }: Pick<CanaryItem, 'object' | 'route'>): string {
  return canaryPath(object, route);
}
