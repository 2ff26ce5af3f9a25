import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { ShareEstimate } from '#lib/contract/canaries.ts';

/** Standard deviations to either side that hold 95 % of a normal distribution: 1.96. */
export const z95 = normalQuantile(0.975, 0, 1);

/**
 * A share with its 95 % score interval, all 0 to 1; undefined without a total, or where one of both is no number. Counts
 * need not be whole: those of dependent requests are scaled down first. Source: Wilson, JASA 1927; Newcombe, Statistics in
 * Medicine 1998, method 3.
 */
export function wilson(count: number, total: number): ShareEstimate | undefined {
  if (!Number.isFinite(count) || !Number.isFinite(total) || total <= 0) return undefined;
  const share = Math.min(Math.max(count / total, 0), 1);
  const shrink = z95 ** 2 / total;
  const centre = (share + shrink / 2) / (1 + shrink);
  const half = (z95 * Math.sqrt((share * (1 - share)) / total + shrink / (4 * total))) / (1 + shrink);
  // Rounding must not leave the share outside of its own interval.
  return {
    share,
    low: Math.max(Math.min(centre - half, share), 0),
    high: Math.min(Math.max(centre + half, share), 1),
  };
}
