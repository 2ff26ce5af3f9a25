import { deltaOf } from '../statistics/delta-of.ts';
import { requestsNeeded } from '../statistics/requests-needed.ts';

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
  const most = Math.max(
    ...shares.filter((share) => share > 0 && share < 1).map((share) => requestsNeeded(share, deltaOf(share))),
    0,
  );
  const requestCount = Math.ceil((most - effective) * scale);
  if (requestCount <= 0) return undefined;
  const perSecond = seconds > 0 ? (effective * scale) / seconds : 0;
  return perSecond > 0 ? { requestCount, seconds: requestCount / perSecond } : { requestCount };
}
