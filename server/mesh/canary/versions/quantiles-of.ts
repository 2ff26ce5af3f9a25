import type { ComparedVersion } from '#lib/contract/canary-comparison.ts';
import type { LatencyBuckets } from '../observed.ts';
import { orderStatisticInterval } from '../statistics/order-statistic-interval.ts';

/** Intervals of the 50th, 95th and 99th percentile in milliseconds, those that the requests bound; undefined if none. */
export function quantilesOf(buckets: LatencyBuckets): ComparedVersion['quantiles'] {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((quantile) => orderStatisticInterval(buckets, quantile));
  if (p50 === undefined && p95 === undefined && p99 === undefined) return undefined;
  return {
    ...(p50 === undefined ? {} : { p50 }),
    ...(p95 === undefined ? {} : { p95 }),
    ...(p99 === undefined ? {} : { p99 }),
  };
}
