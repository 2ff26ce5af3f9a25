import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { RouteFact } from '../route-facts.ts';
import type { EdgeTally } from './edge-tally.ts';
import { roundFigure } from './round-figure.ts';

export type Split = { splitShare: number; route?: ObjectReference };

/**
 * The share of each edge among all edges of the same source in the same group, by edge. A group needs several backends in
 * the picture, or in its route where the picture would draw them apart; an edge that belongs to several groups gets the
 * share of the largest.
 */
export function splitShares(
  edges: readonly EdgeTally[],
  {
    routeByGroup,
    areBackendsApart,
  }: {
    routeByGroup: ReadonlyMap<string, RouteFact | undefined>;
    areBackendsApart(route: RouteFact): boolean;
  },
): ReadonlyMap<EdgeTally, Split> {
  const totals = new Map<string, { sum: number; members: number }>();
  for (const edge of edges)
    for (const [group, amount] of edge.splitGroups ?? []) {
      if (amount <= 0) continue;
      const key = totalKey(edge, group);
      const total = totals.get(key);
      if (total === undefined) totals.set(key, { sum: amount, members: 1 });
      else {
        total.sum += amount;
        total.members += 1;
      }
    }

  const splits = new Map<EdgeTally, Split>();
  for (const edge of edges) {
    const largest = largestGroup(edge);
    if (largest === undefined) continue;
    const { group, amount } = largest;
    const total = totals.get(totalKey(edge, group));
    const route = routeByGroup.get(group);
    const isSplit =
      (total?.members ?? 0) > 1 ||
      (route?.backends.some((backend) => backend.isSplit) === true && areBackendsApart(route));
    if (total === undefined || amount <= 0 || !isSplit) continue;
    splits.set(edge, {
      splitShare: roundFigure(amount / total.sum),
      ...(route === undefined ? {} : { route: referenceTo(route) }),
    });
  }
  return splits;
}

function largestGroup({ splitGroups }: EdgeTally): { group: string; amount: number } | undefined {
  let largest: { group: string; amount: number } | undefined;
  for (const [group, amount] of splitGroups ?? []) {
    const isSmaller =
      largest !== undefined &&
      (amount < largest.amount || (amount === largest.amount && group > largest.group));
    if (!isSmaller) largest = { group, amount };
  }
  return largest;
}

function totalKey({ source, protocol }: EdgeTally, group: string): string {
  return `${source}|${protocol}|${group}`;
}

function referenceTo({ kind, namespace, name }: RouteFact): ObjectReference {
  return { kind, namespace, name };
}
