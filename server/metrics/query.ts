/** One label condition, with PromQL's operators; regular expressions are anchored on both ends, as there. */
export type Matcher = { label: string; is: '=' | '!=' | '=~' | '!~'; value: string };

/**
 * Series of one metric that satisfy all `matchers` and, where `anyOf` is given, all matchers of at least one of its
 * alternatives. A series that satisfies several alternatives counts once; in PromQL they are joined with `or`.
 */
export type Selector = {
  metric: string;
  matchers: readonly Matcher[];
  anyOf?: readonly (readonly Matcher[])[];
};

type Windowed = { selector: Selector; windowSeconds: number; by: readonly string[] };

/**
 * The whole algebra: what Vigla ever asks a metric store.
 * - `sum`: the raw value (counter or gauge) at a time, summed by labels.
 * - `rate`, `increase`: of counters over the window that ends at the time, summed by labels.
 * - `quantile`: of a histogram, over the buckets summed by labels; `selector.metric` is the name without `_bucket`.
 * - `buckets`: the summed buckets themselves as increases, with the label `le` beside `by`; empty buckets are left out.
 * - `bucketRates`: the same per second, with the empty buckets of every histogram that has begun: a quantile of any sum of
 *   them needs to know where its lowest bucket starts.
 * - `avg`: of a histogram: sum over count.
 * - `each`: the increase of every series by itself, with all labels that it has; grouping needs to know them first.
 */
export type MetricQuery =
  | { fn: 'sum'; selector: Selector; by: readonly string[] }
  | ({ fn: 'rate' | 'increase' | 'buckets' | 'bucketRates' | 'avg' } & Windowed)
  | ({ fn: 'quantile'; quantile: number } & Windowed)
  | { fn: 'each'; selector: Selector; windowSeconds: number };

/** One row of an instant answer. A label the series lack is absent. */
export type Sample = { labels: Readonly<Record<string, string>>; value: number };

/** One row of a range answer; points are `[epoch seconds, value]`, oldest first, gaps left out. */
export type Series = {
  labels: Readonly<Record<string, string>>;
  points: readonly (readonly [number, number])[];
};

/** `startSeconds` and `endSeconds` are epoch seconds, both inclusive. */
export type TimeRange = { startSeconds: number; endSeconds: number; stepSeconds: number };

/** Rows with what the store said beside them (partial answers, truncation). */
export type MetricAnswer<Row> = { rows: readonly Row[]; warnings: readonly string[] };
