import type { CounterSeries, CounterStore } from '#server/metrics/counter-store.ts';
import { createRecording } from '#server/sources/recording/recording.ts';

/** A Saturday afternoon. */
export const recordedNowSeconds = Date.UTC(2026, 10, 21, 13, 0) / 1000;

const counters = createRecording({ now: () => recordedNowSeconds * 1000 }).counters();

/** The model's counters as a process started at `recordedNowSeconds` has them; one for all tests of a file. */
export function recordedCounters(): Promise<CounterStore> {
  return counters;
}

/** The series of a metric whose labels have these values. */
export function matching(
  store: CounterStore,
  metric: string,
  labels: Readonly<Record<string, string>>,
): readonly CounterSeries[] {
  const wanted = Object.entries(labels);
  return store
    .series(metric)
    .filter((series) => wanted.every(([name, value]) => series.labels[name] === value));
}

/** How much those series grew in the seconds before a time, by default before now. */
export function growth(
  series: readonly CounterSeries[],
  windowSeconds: number,
  endSeconds = recordedNowSeconds,
): number {
  return series.reduce(
    (sum, one) => sum + one.valueAt(endSeconds) - one.valueAt(endSeconds - windowSeconds),
    0,
  );
}
