import type { UsualDuration } from '#lib/contract/traces.ts';
import { formatQuantity } from '#lib/format-count.ts';
import { formatMs } from '#lib/format-ms.ts';
import { formatLength } from '#lib/format-range.ts';
import { formatShare } from '#lib/format-share.ts';
import { latencyWith } from '#server/mesh/graph/build/latency-of.ts';
import { type Bucket, boundOf } from '#server/metrics/histogram-quantile.ts';
import type { MetricQuery, Sample } from '#server/metrics/query.ts';
import { partyName } from './party-name.ts';
import { shareBelow } from './share-below.ts';
import type { SpanCall } from './span-calls.ts';
import { durationMetric, matchersOf } from './usual-query.ts';

export type UsualInput = {
  /** Rows of the one query; the reason where it failed. */
  rows: readonly Sample[] | string;
  windowSeconds: number;
  /** A query in the store's words, as proof. */
  toText: (query: MetricQuery) => string;
};

/** Tells how a span compares with the requests between the same two sides in the window. */
export function usualDurations({ rows, windowSeconds, toText }: UsualInput) {
  const known = typeof rows === 'string' ? [] : rows;
  const bounds = new Set(known.map(({ labels }) => boundOf(labels.le ?? '')));
  const latencyOf = latencyWith(bounds);
  const histograms = new Map<string, Histogram>();
  const during = formatLength(windowSeconds);

  function histogramOf(call: SpanCall): Histogram {
    const matchers = matchersOf(call);
    const key = JSON.stringify(matchers);
    let found = histograms.get(key);
    if (found === undefined) {
      found = sum(
        known.filter(({ labels }) => matchers.every(({ label, value }) => labels[label] === value)),
      );
      histograms.set(key, found);
    }
    return found;
  }

  return (call: SpanCall, durationMs: number): UsualDuration => {
    const evidence = [{ kind: 'series' as const, text: toText(p95Of(call, windowSeconds)) }];
    if (typeof rows === 'string')
      return {
        why: { text: `What is usual is not known, because the metrics could not be read: ${rows}`, evidence },
      };
    const buckets = [...histogramOf(call)].map(([upperBound, count]): Bucket => ({ upperBound, count }));
    const latency = latencyOf(histogramOf(call));
    const atQuantile = shareBelow(durationMs, buckets);
    if (latency === undefined || atQuantile === undefined)
      return { why: nothingMeasured(call, during, evidence) };
    const count = buckets.reduce((most, bucket) => Math.max(most, bucket.count), 0);
    const measured = `${formatQuantity(Math.round(count), 'request')} ${between(call)} in ${during}, as ${measurer(call)} measured`;
    const usual = `half took up to ${formatMs(latency.p50)}, 95 % up to ${formatMs(latency.p95)}`;
    return {
      p50Ms: latency.p50,
      p95Ms: latency.p95,
      p99Ms: latency.p99,
      atQuantile,
      why: {
        text: `${measured}: ${usual}. ${comparison(atQuantile)}`,
        evidence,
      },
    };
  };
}

function comparison(atQuantile: number): string {
  if (atQuantile >= 1) return 'This one took longer than all of them.';
  return atQuantile <= 0
    ? 'None of them was quicker than this one.'
    : `This one took longer than ${formatShare(atQuantile)} of them.`;
}

/** Cumulative counts by upper bound. */
type Histogram = Map<number, number>;

function sum(rows: readonly Sample[]): Histogram {
  const counts: Histogram = new Map();
  for (const { labels, value } of rows) {
    const bound = boundOf(labels.le ?? '');
    if (!Number.isNaN(bound) && Number.isFinite(value)) counts.set(bound, (counts.get(bound) ?? 0) + value);
  }
  return counts;
}

function nothingMeasured(call: SpanCall, during: string, evidence: UsualDuration['why']['evidence']) {
  return {
    text: `No requests ${between(call)} were measured in ${during}, so nothing says what is usual.`,
    fix: 'Choose a time range that holds the trace. If there is still nothing, check that Prometheus scrapes the proxies.',
    evidence,
  };
}

function between({ source, destination, addressed }: SpanCall): string {
  const from = source === undefined ? undefined : (partyName(source) ?? 'callers without a proxy');
  const to = partyName(destination) ?? addressed?.name;
  return [from === undefined ? '' : `from ${from}`, to === undefined ? '' : `to ${to}`]
    .filter((part) => part !== '')
    .join(' ');
}

function measurer(call: SpanCall): string {
  const name = partyName(call[call.reporter]);
  return name === undefined ? `the proxy of the ${call.reporter}` : `the proxy of ${name}`;
}

function p95Of(call: SpanCall, windowSeconds: number): MetricQuery {
  const selector = { metric: durationMetric, matchers: matchersOf(call) };
  return { fn: 'quantile', quantile: 0.95, selector, windowSeconds, by: [] };
}
