import type { Split } from '../split.ts';

/**
 * Whether requests can reach the versions by another way than the split: by other rules, or because a version has a Service
 * of its own that callers may name. Subsets have no name that callers could use.
 */
export function isReachedOtherwise({ pins, versions, services }: Split): boolean {
  return (
    pins.length > 0 ||
    versions.some(
      ({ service }) => service !== undefined && !services.includes(`${service.namespace}/${service.name}`),
    )
  );
}
