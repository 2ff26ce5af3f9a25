import type { SnapshotGrid } from '#lib/snapshot/manifest.ts';
import type { LineOf } from '#lib/snapshot/parts.ts';
import { labelsKey } from '#server/metrics/labels-key.ts';
import type { Sample, Series } from '#server/metrics/query.ts';

type KeptSeries = LineOf<'series'>['series'][number];

/** Steps of a grid; it has one moment more. */
export function stepCountOf({ startSeconds, endSeconds, stepSeconds }: SnapshotGrid): number {
  return Math.round((endSeconds - startSeconds) / stepSeconds);
}

/**
 * Counters out of what each series grew in every step of the grid (`increases`, the first of them a step after the
 * start), and of the raw values at the start. A series that was there and is not any more keeps its value.
 */
export function countersOnGrid(
  { increases, atStart }: { increases: readonly Series[]; atStart: readonly Sample[] },
  grid: SnapshotGrid,
): KeptSeries[] {
  const startValues = new Map(atStart.map(({ labels, value }) => [labelsKey(labels), value]));
  return increases.map(({ labels, points }) => {
    const growth = Array.from({ length: stepCountOf(grid) }, () => 0);
    for (const [seconds, value] of points) {
      const step = Math.round((seconds - grid.startSeconds) / grid.stepSeconds) - 1;
      if (step >= 0 && step < growth.length) growth[step] = rounded(Math.max(0, value));
    }
    const startValue = startValues.get(labelsKey(labels));
    return { labels, ...(startValue !== undefined && { startValue: rounded(startValue) }), growth };
  });
}

/** Gauges at every moment of the grid. */
export function gaugesOnGrid(rows: readonly Series[], grid: SnapshotGrid): KeptSeries[] {
  return rows.map(({ labels, points }) => {
    const values = Array.from({ length: stepCountOf(grid) + 1 }, (): number | null => null);
    for (const [seconds, value] of points) {
      const moment = Math.round((seconds - grid.startSeconds) / grid.stepSeconds);
      if (moment >= 0 && moment < values.length) values[moment] = value;
    }
    return { labels, values };
  });
}

/** Prometheus extrapolates to many digits; a thousandth of a request is none. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
