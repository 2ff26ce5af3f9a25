import { deltaOf } from '../statistics/delta-of.ts';
import { requestsNeeded } from '../statistics/requests-needed.ts';
import { z95 } from '../statistics/wilson.ts';

type Progress = {
  shares: readonly number[];
  /** Requests so far, as many as count as independent. */
  effective: number;
  /** Requests that count as one. */
  scale: number;
  /** In which they came. */
  seconds: number;
};

/**
 * Requests, and seconds at the present rate, until the slowest version's interval fits into its delta. Undefined where
 * there are enough already and the share is just too near the edge. Source: decisions.md.
 */
export function howLongStill({ shares, effective, scale, seconds }: Progress) {
  const most = Math.max(...shares.filter((share) => share > 0).map(requestsFor), 0);
  const requestCount = Math.ceil((most - effective) * scale);
  if (requestCount <= 0) return undefined;
  const perSecond = seconds > 0 ? (effective * scale) / seconds : 0;
  return perSecond > 0 ? { requestCount, seconds: requestCount / perSecond } : { requestCount };
}

/** A version that gets everything has no variance: then Wilson's lower bound, n / (n + z²), is all that lacks. */
function requestsFor(share: number): number {
  const delta = deltaOf(share);
  return share === 1 ? Math.ceil((z95 ** 2 * (1 - delta)) / delta) : requestsNeeded(share, delta);
}
