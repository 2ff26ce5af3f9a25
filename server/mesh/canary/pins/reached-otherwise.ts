import { hasOwnService } from '../routed-service.ts';
import type { Split } from '../split.ts';

/**
 * Whether requests can reach the versions by another way than the split: by other rules, or because a version has a Service
 * of its own that callers may name. Subsets have no name that callers could use.
 */
export function isReachedOtherwise(split: Split): boolean {
  return split.pins.length > 0 || split.versions.some((version) => hasOwnService(version, split));
}
