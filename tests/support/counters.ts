import type { CounterSeries, CounterStore } from '#server/metrics/counter-store.ts';

type Labels = Readonly<Record<string, string>>;

/** A counter that begins at 0 at `fromSeconds` and grows by `perSecond`. */
export type SteadyCounter = { labels: Labels; perSecond: number; fromSeconds?: number };

/** A store of counters that grow evenly. */
export function steadyCounters(byMetric: Record<string, readonly SteadyCounter[]>): CounterStore {
  const seriesByMetric = new Map(
    Object.entries(byMetric).map(([metric, counters]) => [metric, counters.map(steadySeries)]),
  );
  return { series: (metric) => seriesByMetric.get(metric) ?? [] };
}

function steadySeries({ labels, perSecond, fromSeconds = 0 }: SteadyCounter): CounterSeries {
  return { labels, valueAt: (seconds) => Math.max(0, seconds - fromSeconds) * perSecond };
}
