/** The moment that the recording calls now. */
const recordedAtMs = Date.UTC(2026, 10, 21, 2, 2);
const minuteMs = 60_000;
const timestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** How far recorded times are moved so that they look as if recorded just now, in whole minutes. */
export function clockShiftMs(nowMs: number): number {
  return Math.floor((nowMs - recordedAtMs) / minuteMs) * minuteMs;
}

/** Moves every time (RFC 3339, UTC) inside a JSON value; anything else stays as it is. */
export function moveTimes(value: unknown, shiftMs: number): unknown {
  if (typeof value === 'string') return timestamp.test(value) ? movedTime(value, shiftMs) : value;
  if (Array.isArray(value)) return value.map((item) => moveTimes(item, shiftMs));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, moveTimes(item, shiftMs)]));
}

function movedTime(value: string, shiftMs: number): string {
  const moved = new Date(Date.parse(value) + shiftMs).toISOString();
  const fraction = /\.\d+(?=Z$)/.exec(value)?.[0] ?? '';
  return moved.replace(/\.\d+Z$/, `${fraction}Z`);
}
