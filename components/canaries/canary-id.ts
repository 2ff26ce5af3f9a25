import { canaryPath } from '#lib/canary-path.ts';
import type { CanaryItem } from '#lib/contract/canaries.ts';

/** Unique in a list of weighted rules. */
export function canaryId({
  cluster = '',
  object,
  route,
}: Pick<CanaryItem, 'cluster' | 'object' | 'route'>): string {
  return cluster + canaryPath(object, route);
}
