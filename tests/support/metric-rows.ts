import { expect } from 'vitest';
import type { Sample, Series } from '#server/metrics/query.ts';

type Labelled = { labels: Readonly<Record<string, string>> };

/** How far values may be apart: the larger of a share of the value and an amount. */
type Tolerance = { share: number; amount: number };

const rounding: Tolerance = { share: 1e-6, amount: 1e-6 };

/** Demands the same rows by their labels, and values that differ by no more than the tolerance (by default: rounding). */
export function expectSameSamples(
  ours: readonly Sample[],
  real: readonly Sample[],
  tolerance = rounding,
): void {
  const realByKey = byKey(real);
  expectSameKeys(ours, real);
  const apart = ours.flatMap(({ labels, value }) => {
    const realValue = realByKey.get(keyOf({ labels }))?.value ?? Number.NaN;
    return isClose(value, realValue, tolerance) ? [] : [{ labels, ours: value, real: realValue }];
  });
  expect(apart).toEqual([]);
}

/** The same for rows of a range: also the times of the points must be the same. */
export function expectSameSeries(
  ours: readonly Series[],
  real: readonly Series[],
  tolerance = rounding,
): void {
  const realByKey = byKey(real);
  expectSameKeys(ours, real);
  for (const { labels, points } of ours) {
    const realPoints = realByKey.get(keyOf({ labels }))?.points ?? [];
    expect(points.map(([seconds]) => seconds)).toEqual(realPoints.map(([seconds]) => seconds));
    const apart = points.filter(
      ([, value], index) => !isClose(value, realPoints[index]?.[1] ?? Number.NaN, tolerance),
    );
    expect({ labels, apart }).toEqual({ labels, apart: [] });
  }
}

/** Demands rows of counters that are no older than `before` and no newer than `after`. */
export function expectSamplesBetween(rows: Record<'before' | 'real' | 'after', readonly Sample[]>): void {
  const beforeByKey = byKey(rows.before);
  const afterByKey = byKey(rows.after);
  const realKeys = new Set(rows.real.map(keyOf));
  expect(rows.before.map(keyOf).filter((key) => !realKeys.has(key))).toEqual([]);
  const outside = rows.real.filter((row) => {
    const lowest = beforeByKey.get(keyOf(row))?.value ?? 0;
    const highest = afterByKey.get(keyOf(row))?.value ?? Number.NaN;
    return !(row.value >= lowest && row.value <= highest);
  });
  expect(outside).toEqual([]);
}

function isClose(ours: number, real: number, { share, amount }: Tolerance): boolean {
  return Math.abs(ours - real) <= Math.max(amount, share * Math.abs(real));
}

function expectSameKeys(ours: readonly Labelled[], real: readonly Labelled[]): void {
  expect(ours.map(keyOf).sort()).toEqual(real.map(keyOf).sort());
}

function byKey<Row extends Labelled>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}

function keyOf({ labels }: Labelled): string {
  return JSON.stringify(Object.entries(labels).sort());
}
