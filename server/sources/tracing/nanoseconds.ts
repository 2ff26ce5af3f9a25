/** Epoch nanoseconds, which stores write as text or as a number; undefined for what is no time after 1970. */
export function readNanoseconds(value: unknown): bigint | undefined {
  if (typeof value === 'string' && /^\d{1,20}$/.test(value)) return positive(BigInt(value));
  if (typeof value === 'number' && Number.isFinite(value)) return positive(BigInt(Math.trunc(value)));
  return undefined;
}

/** Epoch milliseconds with fractions. */
export function toMilliseconds(nanoseconds: bigint): number {
  return Number(nanoseconds / 1000n) / 1000;
}

function positive(nanoseconds: bigint): bigint | undefined {
  return nanoseconds > 0n ? nanoseconds : undefined;
}
