import { type Bucket, bucketQuantile } from './bucket-quantile.ts';
import type { Exposition, MetricSample, MetricType } from './parse-exposition.ts';

export type Stat = {
  name: string;
  labels: Readonly<Record<string, string>>;
  type: MetricType;
  value?: number | undefined;
  histogram?: StatHistogram | undefined;
};
type StatHistogram = {
  count: number;
  mean?: number | undefined;
  p50?: number | undefined;
  p90?: number | undefined;
  p99?: number | undefined;
};
type Parts = { buckets: Bucket[]; quantiles: Map<string, number>; sum?: number; count?: number };

/** Samples with the parts of each histogram and summary brought together, in the order in which they came. */
export function foldSamples({ samples, types }: Pick<Exposition, 'samples' | 'types'>): Stat[] {
  const stats: Stat[] = [];
  const folded = new Map<string, { stat: Stat; parts: Parts }>();
  for (const sample of samples) {
    const [family, part] = partOf(sample, types);
    if (part === undefined) {
      stats.push({ ...sample, type: types.get(family) ?? 'unknown' });
      continue;
    }
    const { le, quantile, ...labels } = sample.labels;
    const key = `${family}${JSON.stringify(labels)}`;
    let entry = folded.get(key);
    if (entry === undefined) {
      const stat: Stat = { name: family, labels, type: types.get(family) ?? 'histogram' };
      entry = { stat, parts: { buckets: [], quantiles: new Map() } };
      folded.set(key, entry);
      stats.push(entry.stat);
    }
    if (part === 'sum') entry.parts.sum = sample.value;
    else if (part === 'count') entry.parts.count = sample.value;
    else if (part === 'quantile') entry.parts.quantiles.set(quantile ?? '', sample.value);
    else entry.parts.buckets.push({ upTo: boundOf(le), count: sample.value });
  }
  for (const { stat, parts } of folded.values()) stat.histogram = histogramOf(parts);
  return stats;
}

type Part = 'bucket' | 'sum' | 'count' | 'quantile';

/** The family of a sample, and which part of a histogram or summary it is. */
function partOf(
  { name, labels }: MetricSample,
  types: ReadonlyMap<string, MetricType>,
): [family: string, part?: Part] {
  const [, family = name, ending] = /^(.+)_(bucket|sum|count)$/.exec(name) ?? [];
  const type = types.get(family);
  if (ending !== undefined && (type === 'histogram' || type === 'summary'))
    return [family, ending === 'bucket' ? 'bucket' : ending === 'sum' ? 'sum' : 'count'];
  if (types.get(name) === 'summary' && labels.quantile !== undefined) return [name, 'quantile'];
  // OpenMetrics declares a counter without the `_total` of its samples.
  const plain = name.replace(/_total$/, '');
  return [types.has(name) ? name : types.has(plain) ? plain : name];
}

function boundOf(text: string | undefined): number {
  return text === undefined || text === '+Inf' ? Number.POSITIVE_INFINITY : Number(text);
}

function histogramOf({ buckets, quantiles, sum, count }: Parts): StatHistogram {
  const inOrder = buckets.toSorted((left, right) => left.upTo - right.upTo);
  const total = count ?? inOrder.at(-1)?.count ?? 0;
  const at = (text: string, share: number) => finite(quantiles.get(text) ?? bucketQuantile(inOrder, share));
  return {
    count: total,
    mean: sum === undefined || total === 0 ? undefined : finite(sum / total),
    p50: at('0.5', 0.5),
    p90: at('0.9', 0.9),
    p99: at('0.99', 0.99),
  };
}

function finite(value: number | undefined): number | undefined {
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}
