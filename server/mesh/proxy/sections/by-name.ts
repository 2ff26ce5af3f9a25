/** Numbers by their value before names by their letters, as names of route configurations are: ports or names. */
export function compareNames(one: string, other: string): number {
  const areNumbers = /^\d+$/.test(one) && /^\d+$/.test(other);
  if (areNumbers) return Number(one) - Number(other);
  return one < other ? -1 : one > other ? 1 : 0;
}
