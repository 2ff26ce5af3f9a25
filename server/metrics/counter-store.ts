/** One series of a counter whose value is known at any time. */
export type CounterSeries = {
  labels: Readonly<Record<string, string>>;
  /** The counter at a time in epoch seconds: it never falls, and is 0 before the series begins. */
  valueAt(seconds: number): number;
};

/**
 * Counters in memory, as the evaluator reads them. Histograms are three metrics, as in Prometheus:
 * `<name>_bucket` with the label `le`, `<name>_sum` and `<name>_count`.
 */
export interface CounterStore {
  /** The series of a metric; none for a metric that the store does not know. */
  series(metric: string): readonly CounterSeries[];
}
