import { type CanaryItem, type CanaryStatus, canaryStatuses } from '#lib/contract/canaries.ts';

/** 0 is the most urgent. */
export function statusRank(status: CanaryStatus): number {
  return canaryStatuses.indexOf(status);
}

/** How many have which verdict, the most urgent first; verdicts that none has are left out. */
export function countVerdicts(items: readonly CanaryItem[]): { status: CanaryStatus; count: number }[] {
  return canaryStatuses
    .map((status) => ({ status, count: items.filter(({ verdict }) => verdict.status === status).length }))
    .filter(({ count }) => count > 0);
}
