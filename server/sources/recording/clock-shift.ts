/** The moment that the recording calls now. */
const recordedAtMs = Date.UTC(2026, 10, 21, 2, 2);
const minuteMs = 60_000;

/** How far recorded times are moved so that they look as if recorded just now, in whole minutes. */
export function clockShiftMs(nowMs: number): number {
  return Math.floor((nowMs - recordedAtMs) / minuteMs) * minuteMs;
}
