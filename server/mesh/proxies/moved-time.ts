/** An RFC 3339 time out of an answer of istiod or a proxy, moved by `shiftMs`; undefined for what is no time. */
export function movedTime(value: unknown, shiftMs: number): string | undefined {
  const atMs = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(atMs) ? undefined : new Date(atMs + shiftMs).toISOString();
}
