import type { CounterSeries, CounterStore } from '#server/metrics/counter-store.ts';
import type { CompiledStep } from './compiled-model.ts';
import { type Addend, type MetricEntry, metricEntries } from './metrics.ts';
import type { Model } from './model.ts';
import { allSteps, type CountKind, type Totals, totalsOf } from './totals.ts';

const historyDays = 30;
const daySeconds = 86_400;

/** Counters begin a fixed number of days before the midnight (UTC) of the day given: they never fall in a process. */
export function counterStartSeconds(nowSeconds: number): number {
  return (Math.floor(nowSeconds / daySeconds) - historyDays) * daySeconds;
}

/** The model's requests as counters of Istio's standard metrics. */
export function counterStoreOf(model: Model, startSeconds: number): CounterStore {
  const totals = totalsOf(model);
  const steps = allSteps(model);
  const built = new Map<string, readonly CounterSeries[]>();
  return {
    series(metric) {
      const entry = Object.hasOwn(metricEntries, metric) ? metricEntries[metric] : undefined;
      if (entry === undefined) return [];
      const known = built.get(metric) ?? seriesOf({ entry, steps, totals, startSeconds });
      built.set(metric, known);
      return known;
    },
  };
}

function seriesOf(input: {
  entry: MetricEntry;
  steps: readonly CompiledStep[];
  totals: Totals;
  startSeconds: number;
}): CounterSeries[] {
  const { entry, steps, totals, startSeconds } = input;
  const byLabels = new Map<string, { labels: Readonly<Record<string, string>>; addends: Addend[] }>();
  for (const step of steps) {
    entry.contribute(step, (labels, addends) => {
      const key = JSON.stringify(labels);
      const found = byLabels.get(key) ?? { labels, addends: [] };
      byLabels.set(key, found);
      found.addends.push(...addends);
    });
  }
  const countsAt = countsOf(totals, entry.counts);
  return [...byLabels.values()].map(({ labels, addends }) => {
    const base = weighed(addends, countsAt(startSeconds));
    return {
      labels,
      valueAt: (seconds) => Math.max(0, weighed(addends, countsAt(seconds - entry.delaySeconds)) - base),
    };
  });
}

function countsOf(totals: Totals, kind: CountKind): (seconds: number) => Float64Array {
  const readers: Record<CountKind, (seconds: number) => Float64Array> = {
    requests: totals.requestsAt,
    latencies: totals.latenciesAt,
    sizes: totals.sizesAt,
  };
  return readers[kind];
}

function weighed(addends: readonly Addend[], counts: Float64Array): number {
  let sum = 0;
  for (const { slot, weight } of addends) sum += weight * (counts[slot] ?? 0);
  return sum;
}
