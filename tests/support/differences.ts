/** One place where two values differ. */
type Difference = { path: string; ours: unknown; real: unknown };

/** Where two JSON values differ, but for the last digits of numbers: sums that were added in another order. */
export function differences(ours: unknown, real: unknown, path = ''): Difference[] {
  if (typeof ours === 'number' && typeof real === 'number') {
    return Math.abs(ours - real) <= 1e-6 * Math.max(Math.abs(ours), 1e-3) ? [] : [{ path, ours, real }];
  }
  const ourParts = partsOf(ours);
  const realParts = partsOf(real);
  if (ourParts === undefined || realParts === undefined || Array.isArray(ours) !== Array.isArray(real)) {
    return Object.is(ours, real) ? [] : [{ path, ours, real }];
  }
  const keys = new Set([...ourParts.keys(), ...realParts.keys()]);
  return [...keys].flatMap((key) => differences(ourParts.get(key), realParts.get(key), `${path}/${key}`));
}

function partsOf(value: unknown): Map<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined;
}
