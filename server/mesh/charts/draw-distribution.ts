import type { ChartLine, Statistic } from '#lib/contract/charts.ts';
import { type Bucket, boundOf, histogramQuantile } from '#server/metrics/histogram-quantile.ts';
import { type Grid, tilesOf } from './choose-grid.ts';
import { meanOf, sumOf } from './draw-rate.ts';
import { finished } from './finish-line.ts';
import type { Line } from './read-lines.ts';

const quantiles: Record<Exclude<Statistic, 'mean'>, number> = { p50: 0.5, p95: 0.95, p99: 0.99, p999: 0.999 };

export function quantileOf(statistic: Statistic): number | undefined {
  return statistic === 'mean' ? undefined : quantiles[statistic];
}

type Measured = { buckets: readonly Line[]; sums: readonly Line[]; statistics: readonly Statistic[] };

/** Mean and quantiles of each line, from its own summed buckets. An empty histogram is a gap. */
export function drawDistributions({ buckets, sums, statistics }: Measured, grid: Grid): ChartLine[] {
  return buckets.flatMap((line) => {
    const sum = sums.find(({ group, reporter }) => group === line.group && reporter === line.reporter);
    return statistics.map((statistic) => {
      const { group, reporter } = line;
      const quantile = quantileOf(statistic);
      const drawn = quantile === undefined ? means(line, sum, grid) : quantileValues(line, quantile, grid);
      return finished({ group, reporter, statistic }, drawn);
    });
  });
}

/** The observations per second of a histogram, point by point. */
export function countsOf({ parts }: Line, grid: Grid): Float64Array {
  const whole = [...parts].find(([le]) => boundOf(le) === Number.POSITIVE_INFINITY)?.[1];
  return whole ?? new Float64Array(grid.count).fill(Number.NaN);
}

function means(line: Line, sum: Line | undefined, grid: Grid) {
  const counts = countsOf(line, grid);
  const total = sumOf([...(sum?.parts.values() ?? [])], grid.count);
  const values = counts.map((count, index) =>
    count > 0 ? (total[index] ?? Number.NaN) / count : Number.NaN,
  );
  return { values, overall: meanOf(total, grid) / meanOf(counts, grid) };
}

function quantileValues({ parts }: Line, quantile: number, grid: Grid) {
  const bounds = [...parts].map(([le, counts]) => ({ upperBound: boundOf(le), counts }));
  const at = (countOf: (counts: Float64Array) => number) =>
    histogramQuantile(
      quantile,
      bounds.map(({ upperBound, counts }): Bucket => ({ upperBound, count: countOf(counts) || 0 })),
    );
  const tiles = tilesOf(grid);
  return {
    values: Array.from({ length: grid.count }, (_, index) => at((counts) => counts[index] ?? 0)),
    overall: at((counts) => tiles.reduce((sum, index) => sum + (counts[index] || 0), 0)),
  };
}
