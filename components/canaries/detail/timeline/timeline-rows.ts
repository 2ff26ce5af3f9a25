/** One moment of a chart, the end of its slice in epoch seconds: the value of each line, null for a gap. */
export type TimelineRow = { at: number; values: (number | null)[] };

/** Lines as rows by time, as a chart draws them. */
export function timelineRows(
  atMs: readonly number[],
  lines: readonly (readonly (number | null)[])[],
): TimelineRow[] {
  return atMs.map((at, index) => ({
    at: at / 1000,
    values: lines.map((values) => values[index] ?? null),
  }));
}
