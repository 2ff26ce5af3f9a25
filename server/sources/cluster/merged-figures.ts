import { boundOf, histogramQuantile } from '#server/metrics/histogram-quantile.ts';
import { labelsKey } from '#server/metrics/labels-key.ts';

type Labels = Readonly<Record<string, string>>;
type Point = readonly [seconds: number, value: number];

/** What instant and range answers have in common: rows with points, which may be one. */
export type RowKind<Row> = {
  /** Rows of equal labels as one. */
  merge(rows: readonly Row[]): Row[];
  pointsOf(row: Row): readonly Point[];
  /** A row, or none where there are no points. */
  rowOf(labels: Labels, points: readonly Point[]): Row[];
};

/** Quantiles (0 to 1) of summed buckets with the label `le`, by the labels beside it, at each time. */
export function quantilesOf<Row extends { labels: Labels }>(
  buckets: readonly Row[],
  { quantile, kind }: { quantile: number; kind: RowKind<Row> },
): Row[] {
  const groups = Map.groupBy(buckets, ({ labels: { le: _, ...rest } }) => labelsKey(rest));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { le: _, ...labels } = first.labels;
    const byTime = new Map<number, { upperBound: number; count: number }[]>();
    for (const row of group)
      for (const [seconds, count] of kind.pointsOf(row)) {
        const bucket = { upperBound: boundOf(row.labels.le ?? ''), count };
        byTime.set(seconds, [...(byTime.get(seconds) ?? []), bucket]);
      }
    const points = [...byTime].map(([seconds, at]) => [seconds, histogramQuantile(quantile, at)] as const);
    return kind.rowOf(labels, inOrder(points));
  });
}

/** Sums over counts, at the times that have both. */
export function averagesOf<Row extends { labels: Labels }>(
  sums: readonly Row[],
  counts: readonly Row[],
  kind: RowKind<Row>,
): Row[] {
  const countsByKey = new Map(counts.map((row) => [labelsKey(row.labels), new Map(kind.pointsOf(row))]));
  return sums.flatMap((row) => {
    const countAt = countsByKey.get(labelsKey(row.labels));
    const points = kind.pointsOf(row).flatMap(([seconds, sum]) => {
      const count = countAt?.get(seconds);
      return count === undefined ? [] : [[seconds, sum / count] as const];
    });
    return kind.rowOf(row.labels, inOrder(points));
  });
}

/** What came of no request at all is no figure; a store leaves it out as well. */
function inOrder(points: readonly Point[]): Point[] {
  return points.filter(([, value]) => !Number.isNaN(value)).sort(([one], [other]) => one - other);
}
