import { margins } from './margins.ts';

/**
 * Whether two counts of independent events in windows of the same length differ by more than chance explains: the
 * difference of two Poisson counts has the variance of their sum.
 */
export function countsDiffer(before: number, after: number): boolean {
  return Math.abs(after - before) > margins.deviations * Math.sqrt(before + after);
}

type Part = { share: number; total: number };

/**
 * Whether two shares (0 to 1) of so many requests differ by more than chance explains: the test of two proportions with
 * their common variance. Without requests on a side nothing can be said.
 */
export function sharesDiffer(before: Part, after: Part): boolean {
  if (before.total <= 0 || after.total <= 0) return false;
  const pooled = (before.share * before.total + after.share * after.total) / (before.total + after.total);
  const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / before.total + 1 / after.total));
  return Math.abs(after.share - before.share) > margins.deviations * deviation;
}

/** Whether two figures differ by both margins; `relative` is of the larger one. */
export function differsBy(
  before: number,
  after: number,
  { relative, absolute }: { relative: number; absolute: number },
): boolean {
  const difference = Math.abs(after - before);
  return difference >= absolute && difference >= relative * Math.max(before, after);
}
