import type { ChartLine } from '#lib/contract/charts.ts';
import { responseLabels } from '../graph/plan/telemetry-labels.ts';
import { type Grid, tilesOf } from './choose-grid.ts';
import { finished } from './finish-line.ts';
import type { Groups } from './rank-groups.ts';
import type { Line } from './read-lines.ts';

type Values = Float64Array | undefined;

/** Events per second: all parts of a line together. `overall` counts a time without series as one without events. */
export function drawRates(lines: readonly Line[], grid: Grid): ChartLine[] {
  return lines.map(({ group, reporter, parts }) => {
    const values = sumOf([...parts.values()], grid.count);
    return finished({ group, reporter }, { values, overall: meanOf(values, grid) });
  });
}

/**
 * The share of requests that failed: a 5xx, no answer, a gRPC error; and apart from it the share of 4xx. Of groups that
 * are themselves made of answers it is a share of all requests, else they would be 0 or 1.
 */
export function drawErrorShares(
  lines: readonly Line[],
  { grid, groups }: { grid: Grid; groups: Groups },
): ChartLine[] {
  const isOfAll = groups.by.some((name) => responseLabels.some((label) => label === name));
  const all = (reporter: Line['reporter']) =>
    lines.filter((line) => line.reporter === reporter).flatMap(({ parts }) => [...parts.values()]);
  return lines.flatMap(({ group, reporter, parts }) => {
    const total = sumOf(isOfAll ? all(reporter) : [...parts.values()], grid.count);
    const share = (statistic: 'errors' | 'clientErrors', part: Values) => {
      const count = part ?? new Float64Array(grid.count);
      const values = total.map((requests, index) =>
        requests > 0 ? (count[index] || 0) / requests : Number.NaN,
      );
      const overall = meanOf(count, grid) / meanOf(total, grid);
      return finished({ group, reporter, statistic }, { values, overall });
    };
    const clientErrors = parts.get('clientError');
    return [
      share('errors', parts.get('error')),
      ...(clientErrors?.some((value) => value > 0) ? [share('clientErrors', clientErrors)] : []),
    ];
  });
}

/** NaN only where no part was measured. */
export function sumOf(parts: readonly Float64Array[], count: number): Float64Array {
  return new Float64Array(count).map((_, index) =>
    parts.reduce((sum, part) => {
      const value = part[index] ?? Number.NaN;
      if (Number.isNaN(value)) return sum;
      return (Number.isNaN(sum) ? 0 : sum) + value;
    }, Number.NaN),
  );
}

/** The mean over the range; NaN where nothing was ever measured. */
export function meanOf(values: Float64Array, grid: Grid): number {
  if (values.every((value) => Number.isNaN(value))) return Number.NaN;
  const tiles = tilesOf(grid);
  return tiles.reduce((sum, index) => sum + (values[index] || 0), 0) / tiles.length;
}
