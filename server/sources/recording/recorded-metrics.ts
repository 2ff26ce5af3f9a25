import type { CounterStore } from '#server/metrics/counter-store.ts';
import { evaluateInstant, evaluateRange } from '#server/metrics/evaluate.ts';
import { toPromQL } from '#server/metrics/promql.ts';
import type { MetricSource } from '#server/sources/interface.ts';

/** The model's counters, asked in the same words as a Prometheus. */
export function recordedMetricSource(store: () => Promise<CounterStore>): MetricSource {
  return {
    query: async (query, atSeconds) => ({
      rows: evaluateInstant(query, atSeconds, await store()),
      warnings: [],
    }),
    queryRange: async (query, range) => ({ rows: evaluateRange(query, range, await store()), warnings: [] }),
    promql: (query) => toPromQL(query),
    status: async () => ({ id: 'prometheus', state: 'ok' }),
  };
}
