import type { CanaryVersion } from '#lib/contract/canaries.ts';

/**
 * Index of the version that the page speaks of: the one of that name, else the canary: the one with the smallest weight
 * above 0, of several the last, because new versions are written below old ones.
 */
export function chosenVersion(
  versions: readonly Pick<CanaryVersion, 'name' | 'weight'>[],
  name: string,
): number {
  const named = versions.findIndex((version) => version.name === name);
  if (named >= 0) return named;
  const smallest = Math.min(...versions.map(({ weight }) => weight).filter((weight) => weight > 0));
  return Math.max(
    0,
    versions.findLastIndex(({ weight }) => weight === smallest),
  );
}
