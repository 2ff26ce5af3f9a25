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

/** True for a value between two gaps: a line has no length there, so it needs a dot. */
export function isAlone(points: readonly (number | null)[], index: number): boolean {
  const isGap = (at: number) => (points[at] ?? null) === null;
  return !isGap(index) && isGap(index - 1) && isGap(index + 1);
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

/** Three or four round values from 0 to one that no line passes. `most` is the end of what can be, such as 1 of shares. */
export function axisTicks(highest: number, most = Number.POSITIVE_INFINITY): number[] {
  if (highest <= 0) return [0, Math.min(1, most)];
  const rough = highest / 2.5;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => rough <= factor * unit * 1.0001) ?? 10) * unit;
  const count = Math.ceil(highest / step - 1e-9);
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
  return ticks.some((tick) => tick > most) ? [...ticks.filter((tick) => tick < most), most] : ticks;
}
