import type { SnapshotGrid } from '#lib/snapshot/manifest.ts';
import type { LineOf } from '#lib/snapshot/parts.ts';
import type { CounterSeries, CounterStore } from '#server/metrics/counter-store.ts';

type KeptSeries = LineOf<'series'>['series'][number];

/** The series of a snapshot as counters in memory; a gauge is one that may fall. */
export function snapshotCounters(lines: readonly LineOf<'series'>[], grid: SnapshotGrid): CounterStore {
  const byMetric = new Map<string, CounterSeries[]>();
  for (const { metric, series } of lines) {
    const kept = byMetric.get(metric) ?? [];
    byMetric.set(metric, kept);
    for (const one of series) kept.push(seriesOf(one, grid));
  }
  return { series: (metric) => byMetric.get(metric) ?? [] };
}

function seriesOf(
  { labels, startValue = 0, growth, values = [] }: KeptSeries,
  grid: SnapshotGrid,
): CounterSeries {
  const placeOf = (seconds: number) => (seconds - grid.startSeconds) / grid.stepSeconds;
  if (growth === undefined) {
    const known = Float64Array.from(values, (value) => value ?? 0);
    return { labels, valueAt: (seconds) => known[clamped(Math.floor(placeOf(seconds)), known.length)] ?? 0 };
  }
  const totals = new Float64Array(growth.length + 1);
  totals[0] = startValue;
  for (const [index, grown] of growth.entries()) totals[index + 1] = (totals[index] ?? 0) + grown;
  return { labels, valueAt: (seconds) => between(totals, placeOf(seconds)) };
}

/**
 * Between two moments of the grid a counter is taken to grow evenly, one of whole numbers by whole numbers; before the
 * first and after the last it stands.
 */
function between(totals: Float64Array, place: number): number {
  const before = clamped(Math.floor(place), totals.length);
  const after = clamped(before + 1, totals.length);
  const from = totals[before] ?? 0;
  const to = totals[after] ?? 0;
  const value = from + (to - from) * Math.min(1, Math.max(0, place - before));
  return Number.isInteger(from) && Number.isInteger(to) ? Math.floor(value) : value;
}

function clamped(index: number, length: number): number {
  return Math.min(Math.max(index, 0), Math.max(length - 1, 0));
}
