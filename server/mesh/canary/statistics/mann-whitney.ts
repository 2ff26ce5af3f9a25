import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import type { LatencyBuckets } from '../observed.ts';
import { commonBuckets } from './common-buckets.ts';
import { sum } from './sum.ts';

export type MannWhitney = {
  /** Pairs of requests in which ours took longer; pairs of the same bucket count half. */
  u: number;
  /** Of all pairs, 0 to 1: 0.5 is no difference (Vargha & Delaney's A). */
  probabilitySlower: number;
  /** Standard deviation of `probabilitySlower` at most: as it is without ties, which tell less than they hide. */
  deviation: number;
  /** Above 0 where ours are slower. */
  z: number;
  /** Two-sided. */
  pValue: number;
};

/**
 * Whether the whole body of our requests took longer than theirs, out of their histograms: the rank test with the variance
 * corrected for ties, which all requests of a bucket are; no correction for continuity. Undefined where one has no requests;
 * where all are in one bucket z is 0. It hardly sees a tail: 2 % that became slow do not move the body.
 * Source: Mann & Whitney 1947; Vargha & Delaney 2000; peers.md section 3.4.
 */
export function mannWhitney(ours: LatencyBuckets, theirs: LatencyBuckets): MannWhitney | undefined {
  const buckets = commonBuckets(ours, theirs);
  const ourTotal = sum(buckets.map((bucket) => bucket.ours));
  const theirTotal = sum(buckets.map((bucket) => bucket.theirs));
  const pairs = ourTotal * theirTotal;
  const all = ourTotal + theirTotal;
  const ties = sum(buckets.map((bucket) => bucket.ours + bucket.theirs).map((tied) => tied ** 3 - tied));
  const variance = (pairs / 12) * (all + 1 - ties / (all * (all - 1)));
  if (ourTotal === 0 || theirTotal === 0) return undefined;
  let faster = 0;
  let u = 0;
  for (const bucket of buckets) {
    u += bucket.ours * (faster + bucket.theirs / 2);
    faster += bucket.theirs;
  }
  const z = variance > 0 ? (u - pairs / 2) / Math.sqrt(variance) : 0;
  return {
    u,
    probabilitySlower: u / pairs,
    deviation: Math.sqrt((all + 1) / (12 * pairs)),
    z,
    pValue: 2 * normalCdf(-Math.abs(z), 0, 1),
  };
}
