import type { GraphSeries } from '#lib/contract/graph-series.ts';

export type ChartPoint = {
  /** Epoch seconds. */
  at: number;
  /** Requests, or for TCP bytes, a second; undefined leaves a gap in the line. */
  rate: number | undefined;
  errors: number | undefined;
  p95Ms: number | undefined;
};

export type Chart = {
  /** Without requests the line is that of bytes. */
  isTcp: boolean;
  points: readonly ChartPoint[];
  /** The largest rate that was measured. */
  highest: number;
  /** The last rate that was measured. */
  latest: number;
  hasErrors: boolean;
};

/** The line of a node or edge over the window; undefined where nothing was measured. */
export function chartOf(series: GraphSeries): Chart | undefined {
  const isTcp = series.points.every((point) => point.requestsPerSecond === undefined);
  const points = series.points.map((point) => ({
    at: point.at,
    rate: isTcp ? point.bytesPerSecond : point.requestsPerSecond,
    errors: isTcp ? undefined : point.errorsPerSecond,
    p95Ms: point.responseTimeMs?.p95,
  }));
  const known = points.flatMap(({ rate }) => rate ?? []);
  const latest = known.at(-1);
  if (latest === undefined) return undefined;
  const hasErrors = points.some(({ errors }) => errors !== undefined && errors > 0);
  return { isTcp, points, highest: Math.max(...known), latest, hasErrors };
}

/** The next number that reads well, so that the line stays below its guide: 1.7 becomes 2. */
export function roundPeak(value: number): number {
  if (value <= 0) return 1;
  const unit = 10 ** Math.floor(Math.log10(value));
  const step = [1.2, 1.5, 2, 3, 4, 5, 6, 8].find((factor) => value <= factor * unit * 0.98) ?? 10;
  return step * unit;
}
