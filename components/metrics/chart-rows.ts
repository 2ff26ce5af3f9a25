import type { ChartLine, Charts } from '#lib/contract/charts.ts';

/** One moment of a chart: the value of each of its lines, `null` for a gap. `at` is epoch seconds. */
export type ChartRow = { at: number; values: (number | null)[] };

/** Lines as rows by time, as a chart draws them. */
export function rowsOf(
  lines: readonly ChartLine[],
  { startSeconds, stepSeconds, count }: Charts['grid'],
): ChartRow[] {
  return Array.from({ length: count }, (_, index) => ({
    at: startSeconds + index * stepSeconds,
    values: lines.map(({ points }) => points[index] ?? null),
  }));
}

export function highestOf(lines: readonly ChartLine[]): number {
  return lines.reduce(
    (most, { points }) => points.reduce<number>((highest, value) => Math.max(highest, value ?? 0), most),
    0,
  );
}

/** The last value that was measured. */
export function latestOf({ points }: ChartLine): number | undefined {
  return points.findLast((value) => value !== null) ?? undefined;
}
