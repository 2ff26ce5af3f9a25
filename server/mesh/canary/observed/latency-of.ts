import { boundOf } from '#server/metrics/histogram-quantile.ts';
import type { Series, TimeRange } from '#server/metrics/query.ts';
import type { LatencyBuckets } from '../observed.ts';
import type { Split } from '../split.ts';
import { addHistograms } from './add-histograms.ts';
import { firstValues } from './first-values.ts';
import { placeRow } from './place-row.ts';
import { readHistogram } from './read-histogram.ts';
import { rowEnds, sourceKey } from './row-ends.ts';
import { hostIndex, hostNames, hostOf } from './split-hosts.ts';
import { whereChosen } from './where-chosen.ts';

export type VersionLatency = {
  byVersion: readonly (LatencyBuckets | undefined)[];
  hasRows: boolean;
  unusable: number;
  droppedBounds: number;
  repaired: number;
  /** Histograms without the bucket of all requests, or with no other one. */
  untold: number;
};

/** `range` is what was asked: its first step is a baseline. */
type Asked = { range: TimeRange; storeFromSeconds: number };

/** Response times of a split's versions in milliseconds, out of raw bucket counters. */
export function latencyOf(
  split: Split,
  rows: readonly Series[],
  { range, storeFromSeconds }: Asked,
): VersionLatency {
  const hosts = hostIndex(hostNames(split));
  const fromSeconds = range.startSeconds + range.stepSeconds;
  const isFirst = firstValues(rows, {
    askedFromSeconds: range.startSeconds,
    storeFromSeconds,
    stepSeconds: range.stepSeconds,
  });
  const histograms = [...Map.groupBy(rows, histogramKey).values()].flatMap((buckets) => {
    const [first] = buckets;
    const host = first === undefined ? undefined : hostOf(first.labels, hosts);
    if (first === undefined || host === undefined) return [];
    const { labels } = first;
    const reading = readHistogram(
      buckets.map(({ labels: { le = '' }, points }) => ({ upToMs: boundOf(le), points })),
      { isBaseline: isFirst(first), fromSeconds },
    );
    const total = reading.cumulative.get(Number.POSITIVE_INFINITY) ?? 0;
    return [
      {
        row: { ...reading, ...rowEnds(labels), host, total },
        place: placeRow(labels, { split, host, hasFailed: false }),
      },
    ];
  });
  const isTelling = ({ row: { cumulative } }: (typeof histograms)[number]) =>
    cumulative.has(Number.POSITIVE_INFINITY) && cumulative.size > 1;
  const telling = histograms.filter(isTelling);
  const chosen = [...Map.groupBy(telling, ({ row }) => sourceKey(row)).values()].flatMap(whereChosen);
  const added = split.versions.map((_, index) =>
    addHistograms(
      chosen.flatMap(({ row, place }) =>
        place.kind === 'version' && place.index === index ? [row.cumulative] : [],
      ),
    ),
  );
  return {
    byVersion: added.map(({ buckets }) => buckets),
    hasRows: histograms.length > 0,
    unusable: histograms.reduce((sum, { row }) => sum + row.unusable, 0),
    droppedBounds: added.reduce((sum, one) => sum + one.droppedBounds, 0),
    repaired: added.reduce((sum, one) => sum + one.repaired, 0),
    untold: histograms.length - telling.length,
  };
}

function histogramKey({ labels: { le: _, ...labels } }: Series): string {
  return JSON.stringify(labels);
}
