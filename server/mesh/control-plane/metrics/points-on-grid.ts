import type { Grid } from '#server/mesh/charts/choose-grid.ts';
import type { Series } from '#server/metrics/query.ts';

/** A value for each point of the grid, `null` where the series has none or says that it is no number. */
export function pointsOnGrid(
  { points }: Series,
  { startSeconds, stepSeconds, count }: Grid,
): (number | null)[] {
  const values = new Array<number | null>(count).fill(null);
  for (const [at, value] of points) {
    const index = Math.round((at - startSeconds) / stepSeconds);
    if (index >= 0 && index < count && Number.isFinite(value)) values[index] = value;
  }
  return values;
}
