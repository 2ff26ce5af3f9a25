const timestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** Moves every time (RFC 3339, UTC) inside a JSON value; anything else stays as it is. */
export function moveTimes(value: unknown, shiftMs: number): unknown {
  if (typeof value === 'string') return timestamp.test(value) ? movedTime(value, shiftMs) : value;
  if (Array.isArray(value)) return value.map((item) => moveTimes(item, shiftMs));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, moveTimes(item, shiftMs)]));
}

/** A text that looks like a time and is none, such as a thirteenth month, stays too. */
function movedTime(value: string, shiftMs: number): string {
  const atMs = Date.parse(value);
  if (Number.isNaN(atMs)) return value;
  const moved = new Date(atMs + shiftMs).toISOString();
  const fraction = /\.\d+(?=Z$)/.exec(value)?.[0] ?? '';
  return moved.replace(/\.\d+Z$/, `${fraction}Z`);
}
