/** The version that is being tried: the one of the smallest positive weight, the last of equals. */
export function canaryIndex(versions: readonly { weight: number }[]): number {
  const positive = versions.map(({ weight }) => weight).filter((weight) => weight > 0);
  const least = Math.min(...positive);
  const index = versions.findLastIndex(({ weight }) => weight === least);
  return Math.max(index, 0);
}
