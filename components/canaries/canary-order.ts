import { canaryPath } from '#lib/canary-path.ts';
import { type CanaryItem, type CanaryStatus, canaryStatuses } from '#lib/contract/canaries.ts';

/** Unique in a list. */
export function canaryId({ object, route }: CanaryItem): string {
  return canaryPath(object, route);
}

/** 0 is the most urgent. */
export function statusRank(status: CanaryStatus): number {
  return canaryStatuses.indexOf(status);
}

/** Worst first; among equals those whose rule is odd, then those with more requests, then by name. */
export function compareCanaries(left: CanaryItem, right: CanaryItem): number {
  return (
    statusRank(left.verdict.status) - statusRank(right.verdict.status) ||
    Number(right.problems.length > 0) - Number(left.problems.length > 0) ||
    right.requestCount - left.requestCount ||
    canaryId(left).localeCompare(canaryId(right), 'en', { numeric: true })
  );
}

/** How many have which verdict, the most urgent first; verdicts that none has are left out. */
export function countVerdicts(items: readonly CanaryItem[]): { status: CanaryStatus; count: number }[] {
  return canaryStatuses
    .map((status) => ({ status, count: items.filter(({ verdict }) => verdict.status === status).length }))
    .filter(({ count }) => count > 0);
}
