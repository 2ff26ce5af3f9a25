import type { MetricSample } from '#server/mesh/proxy/stats/parse-exposition.ts';
import { boundOf, histogramQuantile } from '#server/metrics/histogram-quantile.ts';

/** Reads one figure off the samples of one or of all replicas; undefined where they have no such metric. */
export type ReadSamples = (samples: readonly MetricSample[]) => number | undefined;

export function sumOf(metric: string): ReadSamples {
  return (samples) => fold(samples, metric, (values) => values.reduce((sum, value) => sum + value, 0));
}

export function largestOf(metric: string): ReadSamples {
  return (samples) => fold(samples, metric, (values) => Math.max(...values));
}

export function smallestOf(metric: string): ReadSamples {
  return (samples) => fold(samples, metric, (values) => Math.min(...values));
}

/** A quantile of a histogram since istiod started, over all its labels and replicas. */
export function quantileOf(metric: string, quantile: number): ReadSamples {
  return (samples) => {
    const buckets = samples.flatMap(({ name, labels, value }) =>
      name === `${metric}_bucket` ? [{ upperBound: boundOf(labels.le ?? ''), count: value }] : [],
    );
    const found = histogramQuantile(quantile, buckets);
    return Number.isFinite(found) ? found : undefined;
  };
}

/** The mean of a histogram or summary since istiod started. */
export function meanOf(metric: string): ReadSamples {
  return (samples) => {
    const sum = sumOf(`${metric}_sum`)(samples);
    const count = sumOf(`${metric}_count`)(samples);
    return sum === undefined || count === undefined || count === 0 ? undefined : sum / count;
  };
}

function fold(
  samples: readonly MetricSample[],
  metric: string,
  combine: (values: readonly number[]) => number,
): number | undefined {
  const values = samples.flatMap(({ name, value }) => (name === metric ? [value] : []));
  const combined = values.length === 0 ? undefined : combine(values);
  return combined !== undefined && Number.isFinite(combined) ? combined : undefined;
}
