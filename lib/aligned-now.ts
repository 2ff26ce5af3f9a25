/** Requests within one slice ask for the same "now": they share answers, and an unchanged one is a 304. */
const sliceSeconds = 5;

/** Epoch seconds of a clock's epoch milliseconds, at the start of their slice. */
export function alignedNow(nowMs: number): number {
  return Math.floor(nowMs / 1000 / sliceSeconds) * sliceSeconds;
}
