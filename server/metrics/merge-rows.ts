import { labelsKey } from '#server/metrics/labels-key.ts';
import type { Sample, Series } from '#server/metrics/query.ts';

type Labels = Readonly<Record<string, string>>;

/** Rows whose labels are equal by now, as one: values add up. */
export function mergeSamples(rows: readonly Sample[]): Sample[] {
  return groups(rows).map(({ labels, rows: equal }) => ({
    labels,
    value: equal.reduce((sum, { value }) => sum + value, 0),
  }));
}

/** The same of series, point by point; a series that has no point at a time adds nothing there. */
export function mergeSeries(rows: readonly Series[]): Series[] {
  return groups(rows).map(({ labels, rows: equal }) => {
    const [only] = equal;
    if (equal.length === 1 && only !== undefined) return { labels, points: only.points };
    const sums = new Map<number, number>();
    for (const [seconds, value] of equal.flatMap(({ points }) => points))
      sums.set(seconds, (sums.get(seconds) ?? 0) + value);
    return { labels, points: [...sums].sort(([one], [other]) => one - other) };
  });
}

function groups<Row extends { labels: Labels }>(rows: readonly Row[]): { labels: Labels; rows: Row[] }[] {
  const byKey = new Map<string, { labels: Labels; rows: Row[] }>();
  for (const row of rows) {
    const key = labelsKey(row.labels);
    const group = byKey.get(key);
    if (group === undefined) byKey.set(key, { labels: row.labels, rows: [row] });
    else group.rows.push(row);
  }
  return [...byKey.values()];
}
