import type { ChartLine } from '#lib/contract/charts.ts';

type Drawn = { values: Iterable<number>; overall: number };

/** A line as it travels: what is not a number is a gap, and no figure has more digits than anybody measured. */
export function finished(line: Omit<ChartLine, 'points' | 'overall'>, { values, overall }: Drawn): ChartLine {
  return {
    ...line,
    points: Array.from(values, (value) => (Number.isFinite(value) ? rounded(value) : null)),
    ...(Number.isFinite(overall) ? { overall: rounded(overall) } : {}),
  };
}

function rounded(value: number): number {
  return Number(value.toPrecision(7));
}
