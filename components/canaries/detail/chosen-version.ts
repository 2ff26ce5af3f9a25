import { canaryIndex } from '#lib/canary-index.ts';
import type { CanaryVersion } from '#lib/contract/canaries.ts';

/** Index of the version that the page speaks of: the one of that name, else the one that is being tried. */
export function chosenVersion(
  versions: readonly Pick<CanaryVersion, 'name' | 'weight'>[],
  name: string,
): number {
  const named = versions.findIndex((version) => version.name === name);
  return named >= 0 ? named : canaryIndex(versions);
}
