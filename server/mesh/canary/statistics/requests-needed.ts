/** Standard deviations for a 95 % interval, and for nine in ten intervals to come out as hoped. */
const confidence = 1.96;
const power = 1.28;

/**
 * How many requests it takes until the interval of a share most probably fits into its delta: (1.96 + 1.28)^2 p(1-p)/delta^2,
 * rounded up. Infinity where delta is 0. Source: decisions.md, Canary.
 */
export function requestsNeeded(share: number, delta: number): number {
  if (!(delta > 0)) return Number.POSITIVE_INFINITY;
  return Math.ceil(((confidence + power) ** 2 * share * (1 - share)) / delta ** 2);
}
