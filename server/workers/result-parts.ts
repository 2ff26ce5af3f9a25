/** A slice of one of the lists of a result. */
export type ResultPart = { field: string; entries: readonly unknown[] };

/** About a millisecond of the receiving thread. */
const entriesPerPart = 200;

/**
 * A result in parts: its long lists in slices, and what remains. One message of all of it would stop the receiving thread
 * for as long as it takes to unpack it.
 */
export function splitResult(result: unknown): { rest: unknown; parts: ResultPart[] } {
  if (!isRecord(result)) return { rest: result, parts: [] };
  const parts: ResultPart[] = [];
  const rest: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(result)) {
    const isLong = Array.isArray(value) && value.length > entriesPerPart;
    rest[field] = isLong ? [] : value;
    for (let from = 0; isLong && from < value.length; from += entriesPerPart)
      parts.push({ field, entries: value.slice(from, from + entriesPerPart) });
  }
  return { rest, parts };
}

/** Puts one part back to where it came from. */
export function addPart(rest: unknown, { field, entries }: ResultPart): void {
  const list = isRecord(rest) ? rest[field] : undefined;
  if (Array.isArray(list)) for (const entry of entries) list.push(entry);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
