import type { StatusId } from '#components/ui/health-looks.ts';
import { type Item, itemStatus, statusRank } from '#lib/item-status.ts';

/** How many things are in each state, the worst state first; states that none is in are left out. */
export function countStatuses(items: readonly Item[]): { status: StatusId; count: number }[] {
  return [...Map.groupBy(items, itemStatus)]
    .map(([status, ofStatus]) => ({ status, count: ofStatus.length }))
    .sort((left, right) => statusRank(left.status) - statusRank(right.status));
}
