import { latencyWith } from '#server/mesh/graph/build/latency-of.ts';
import { boundOf } from '#server/metrics/histogram-quantile.ts';
import type { Sample } from '#server/metrics/query.ts';

type Labels = Sample['labels'];

/** 95th percentiles in milliseconds of everything that arrives at one thing; absent where nothing was measured. */
export type ResponseTimes = {
  /** `keyOf` says which thing a series arrives at, undefined for those that do not count. */
  p95By(keyOf: (labels: Labels) => string | undefined): ReadonlyMap<string, number>;
};

/** Who is believed, first to last: the destination's proxy leaves the network out. */
const reporters = ['destination', 'waypoint', 'source'];

/**
 * Quantiles over the buckets that all callers of a thing share, each thing by the one reporter that is believed: so that
 * the quantile of a sum is never made out of quantiles.
 */
export function responseTimesOf(samples: readonly Sample[] = []): ResponseTimes {
  const rows = samples
    .map(({ labels, value }) => ({ labels, value, bound: boundOf(labels.le ?? '') }))
    .filter(({ value, bound }) => Number.isFinite(value) && value > 0 && !Number.isNaN(bound));
  const latencyOf = latencyWith(new Set(rows.map(({ bound }) => bound)));
  return {
    p95By(keyOf) {
      const histograms = new Map<string, Map<string, Map<number, number>>>();
      for (const { labels, value, bound } of rows) {
        const key = keyOf(labels);
        if (key === undefined) continue;
        const byReporter = histograms.get(key) ?? new Map<string, Map<number, number>>();
        histograms.set(key, byReporter);
        const buckets = byReporter.get(labels.reporter ?? '') ?? new Map<number, number>();
        byReporter.set(labels.reporter ?? '', buckets);
        buckets.set(bound, (buckets.get(bound) ?? 0) + value);
      }
      const p95s = [...histograms].flatMap(([key, byReporter]): [string, number][] => {
        const believed = reporters.find((reporter) => byReporter.has(reporter));
        const p95 = latencyOf(believed === undefined ? undefined : byReporter.get(believed))?.p95;
        return p95 === undefined ? [] : [[key, p95]];
      });
      return new Map(p95s);
    },
  };
}
