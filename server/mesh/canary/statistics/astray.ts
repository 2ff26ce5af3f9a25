import binomialQuantile from '@stdlib/stats-base-dists-binomial-quantile';
import { firstReaching } from './first-reaching.ts';
import { wilson } from './wilson.ts';

/** Requests to a version of weight 0 are an accident up to here. */
export const accident = { mostRequests: 4, highestShare: 0.001 };

/**
 * Whether requests to a version of weight 0, or to one that is no backend any more, are too many for an accident: from 5
 * on, with a Wilson lower bound above 0.1 % of all. Source: decisions.md, Canary.
 */
export function isAstray(count: number, total: number): boolean {
  const low = wilson(count, total)?.low ?? 0;
  return count > accident.mostRequests && low > accident.highestShare;
}

/**
 * How many requests it takes, in a portion of cases, until an actual share (0 to 1) of a version of weight 0 is found;
 * undefined where it never is: below 0.1 %.
 */
export function requestsUntilAstray(actual: number, portion: number): number | undefined {
  if (actual <= accident.highestShare) return undefined;
  return firstReaching((requests) => isAstray(binomialQuantile(1 - portion, requests, actual), requests));
}

/** How many requests without one astray show that fewer than 0.1 % are: Wilson's upper bound of none of them. */
export function requestsUntilNoneAstray(): number | undefined {
  return firstReaching((requests) => (wilson(0, requests)?.high ?? 1) <= accident.highestShare);
}
