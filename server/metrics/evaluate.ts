import { ViglaError } from '#server/errors.ts';
import type { CounterSeries, CounterStore } from '#server/metrics/counter-store.ts';
import { groupSeries, type SeriesGroup } from '#server/metrics/group-series.ts';
import { boundOf, histogramQuantile } from '#server/metrics/histogram-quantile.ts';
import { seriesMatcher } from '#server/metrics/match-series.ts';
import type { MetricQuery, Sample, Selector, Series, TimeRange } from '#server/metrics/query.ts';

/** A query with every field that some function has; a function reads only its own. */
type Asked = { selector: Selector; by: readonly string[]; windowSeconds: number; quantile: number };

/** A row of an answer before its time is known; a value that is not finite means: no row at that time. */
type Row = { labels: Readonly<Record<string, string>>; valueAt(seconds: number): number };

const rowsByFunction: Record<MetricQuery['fn'], (asked: Asked, store: CounterStore) => Row[]> = {
  sum: (asked, store) =>
    groupsOf(asked, store).map(({ labels, series }) => ({
      labels,
      valueAt: (seconds) => sumOfBegun(series, seconds, (one) => one.valueAt(seconds)),
    })),

  increase: (asked, store) =>
    groupsOf(asked, store).map(({ labels, series }) => ({
      labels,
      valueAt: (seconds) => sumOfBegun(series, seconds, (one) => growth(one, seconds, asked.windowSeconds)),
    })),

  rate: (asked, store) =>
    rowsByFunction.increase(asked, store).map(({ labels, valueAt }) => ({
      labels,
      valueAt: (seconds) => valueAt(seconds) / asked.windowSeconds,
    })),

  buckets: (asked, store) =>
    groupsOf({ ...part(asked, 'bucket'), by: [...asked.by, 'le'] }, store).map(({ labels, series }) => ({
      labels,
      valueAt: (seconds) => growthOf(series, seconds, asked.windowSeconds) || Number.NaN,
    })),

  bucketRates: (asked, store) => bucketRates(asked, store),

  each: (asked, store) =>
    rowsByFunction.increase({ ...asked, by: labelNamesOf(chosenSeries(asked, store)) }, store),

  avg: (asked, store) => {
    const counts = groupsOf(part(asked, 'count'), store);
    const countByLabels = new Map(counts.map(({ labels, series }) => [JSON.stringify(labels), series]));
    return groupsOf(part(asked, 'sum'), store).map(({ labels, series }) => {
      const counted = countByLabels.get(JSON.stringify(labels)) ?? [];
      const { windowSeconds } = asked;
      return {
        labels,
        valueAt: (seconds) =>
          growthOf(series, seconds, windowSeconds) / growthOf(counted, seconds, windowSeconds),
      };
    });
  },

  quantile: (asked, store) =>
    groupsOf(part(asked, 'bucket'), store).map(({ labels, series }) => {
      const bounds = groupSeries(series, ['le']).map((group) => ({
        upperBound: boundOf(group.labels.le ?? ''),
        series: group.series,
      }));
      const bucketsAt = (seconds: number) =>
        bounds.map((bound) => ({
          upperBound: bound.upperBound,
          count: growthOf(bound.series, seconds, asked.windowSeconds),
        }));
      return { labels, valueAt: (seconds) => histogramQuantile(asked.quantile, bucketsAt(seconds)) };
    }),
};

/**
 * Answers a query at a time (epoch seconds) from counters in memory, as PromQL would on scrapes without gaps. Rows
 * are sorted by their labels; a label that the series lack is absent.
 *
 * Which rows there are: a counter at 0 has not begun, as no proxy reports one before its first event, so it makes no
 * row; one that has begun and did not grow in the window makes a row of 0. `buckets` leaves empty buckets out;
 * `avg` and `quantile` leave out rows without an observation in the window. Values that are not finite are no rows.
 *
 * Where it knows more than PromQL: `rate` and `increase` are exact. Prometheus misses what a series counted before
 * its first scrape, and extrapolates from the first and last scrape to the edges of the window.
 */
export function evaluateInstant(query: MetricQuery, atSeconds: number, store: CounterStore): Sample[] {
  return rowsOf(query, store)
    .map(({ labels, valueAt }) => ({ labels, value: valueAt(atSeconds) }))
    .filter(({ value }) => Number.isFinite(value));
}

/**
 * Answers a query at every step of a range, both ends included; rules as in `evaluateInstant`, applied to each
 * point. Series without a point are left out. Throws `source_failed` for a range that Prometheus would refuse.
 */
export function evaluateRange(query: MetricQuery, range: TimeRange, store: CounterStore): Series[] {
  const times = timesOf(range);
  return rowsOf(query, store)
    .map(({ labels, valueAt }) => ({
      labels,
      points: times
        .map((time) => [time, valueAt(time)] as const)
        .filter(([, value]) => Number.isFinite(value)),
    }))
    .filter(({ points }) => points.length > 0);
}

function rowsOf(query: MetricQuery, store: CounterStore): Row[] {
  return rowsByFunction[query.fn](
    { windowSeconds: Number.NaN, quantile: Number.NaN, by: [], ...query },
    store,
  );
}

function groupsOf(asked: Asked, store: CounterStore): SeriesGroup[] {
  return groupSeries(chosenSeries(asked, store), asked.by);
}

function chosenSeries({ selector }: Asked, store: CounterStore): CounterSeries[] {
  const matches = seriesMatcher(selector);
  return store.series(selector.metric).filter(({ labels }) => matches(labels));
}

function labelNamesOf(series: readonly CounterSeries[]): string[] {
  return [...new Set(series.flatMap(({ labels }) => Object.keys(labels)))];
}

/** Buckets of 0 are rows, unless they are of a histogram that has not begun: no proxy reports one before its first event. */
function bucketRates(asked: Asked, store: CounterStore): Row[] {
  const buckets = chosenSeries(part(asked, 'bucket'), store);
  const histogramOf = ({ labels: { le: _, ...labels } }: CounterSeries) => JSON.stringify(labels);
  const wholes = new Map(
    buckets.flatMap((one) =>
      boundOf(one.labels.le ?? '') === Number.POSITIVE_INFINITY ? [[histogramOf(one), one]] : [],
    ),
  );
  return groupSeries(buckets, [...asked.by, 'le']).map(({ labels, series }) => {
    const parts = series.map((one) => ({ one, whole: wholes.get(histogramOf(one)) }));
    return {
      labels,
      valueAt: (seconds) => {
        const begun = parts.flatMap(({ one, whole }) => ((whole?.valueAt(seconds) ?? 0) > 0 ? [one] : []));
        if (begun.length === 0) return Number.NaN;
        return growthOf(begun, seconds, asked.windowSeconds) / asked.windowSeconds;
      },
    };
  });
}

/** The same question to one of the metrics that make up a histogram. */
function part(asked: Asked, suffix: 'bucket' | 'sum' | 'count'): Asked {
  return { ...asked, selector: { ...asked.selector, metric: `${asked.selector.metric}_${suffix}` } };
}

function growth(series: CounterSeries, seconds: number, windowSeconds: number): number {
  return series.valueAt(seconds) - series.valueAt(seconds - windowSeconds);
}

function growthOf(series: readonly CounterSeries[], seconds: number, windowSeconds: number): number {
  return series.reduce((sum, one) => sum + growth(one, seconds, windowSeconds), 0);
}

function sumOfBegun(
  series: readonly CounterSeries[],
  seconds: number,
  amount: (one: CounterSeries) => number,
): number {
  const begun = series.filter((one) => one.valueAt(seconds) > 0);
  return begun.length === 0 ? Number.NaN : begun.reduce((sum, one) => sum + amount(one), 0);
}

// Prometheus refuses more points than this per series, so the same question fails or answers in both.
const maximumPoints = 11_000;

function timesOf({ startSeconds, endSeconds, stepSeconds }: TimeRange): number[] {
  const count = Math.floor((endSeconds - startSeconds) / stepSeconds) + 1;
  if (!(stepSeconds > 0 && count >= 1 && count <= maximumPoints)) {
    throw new ViglaError(
      'source_failed',
      `The range from ${startSeconds} to ${endSeconds} in steps of ${stepSeconds} s cannot be answered: it needs a ` +
        `positive step, an end not before its start, and at most ${maximumPoints} points.`,
    );
  }
  return Array.from({ length: count }, (_, index) => startSeconds + index * stepSeconds);
}
