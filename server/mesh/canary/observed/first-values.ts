import type { Series } from '#server/metrics/query.ts';
import { processOf } from './counter-labels.ts';

/** The usual longest time between two scrapes: so long after its first row a store may not know all processes yet. */
const slowestScrapeSeconds = 60;

/** Whether the first value of a series is older than what is counted, by the time at which the series appears. */
export type FirstValues = (row: Series) => (atSeconds: number) => boolean;

type StoreTimes = {
  /** Epoch seconds of the first point that was asked for. */
  askedFromSeconds: number;
  /** Since when the store has any of Istio's rows, no earlier than what was asked for. */
  storeFromSeconds: number;
  stepSeconds: number;
};

/**
 * The first moment of a store is the baseline: what counters hold then was counted before. A series that appears later
 * began with real requests. Only where the store itself begins within the time asked for, processes that are scraped for
 * the first time a little later are as old as the others: their first values, too, are baselines.
 */
export function firstValues(rows: readonly Series[], times: StoreTimes): FirstValues {
  const { askedFromSeconds, storeFromSeconds, stepSeconds } = times;
  if (storeFromSeconds <= askedFromSeconds) return () => (atSeconds) => atSeconds <= askedFromSeconds;
  const settledSeconds = storeFromSeconds + Math.max(slowestScrapeSeconds, stepSeconds);
  const firstSeen = new Map<string, number>();
  for (const row of rows) {
    const [atSeconds] = row.points[0] ?? [];
    const process = processOf(row.labels);
    if (atSeconds !== undefined)
      firstSeen.set(process, Math.min(atSeconds, firstSeen.get(process) ?? atSeconds));
  }
  return (row) => {
    const seen = firstSeen.get(processOf(row.labels)) ?? storeFromSeconds;
    return (atSeconds) => atSeconds <= Math.min(seen, settledSeconds);
  };
}

/** Epoch seconds of the oldest point; undefined without any. */
export function firstPointSeconds(rows: readonly Series[]): number | undefined {
  const times = rows.flatMap(({ points: [first] }) => first?.[0] ?? []);
  return times.length === 0 ? undefined : times.reduce((least, one) => Math.min(least, one));
}
