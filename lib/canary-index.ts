/**
 * Index of the version that is being tried: the one of the smallest weight above 0, the last of equals, because new versions
 * are written below old ones; 0 where all weights are 0.
 */
export function canaryIndex(versions: readonly { weight: number }[]): number {
  const positive = versions.map(({ weight }) => weight).filter((weight) => weight > 0);
  const least = Math.min(...positive);
  const index = versions.findLastIndex(({ weight }) => weight === least);
  return Math.max(index, 0);
}
