import type { EdgeSplit } from '#lib/contract/edge-split.ts';
import type { ObjectReference } from '#lib/contract/evidence.ts';
import { wilson } from '#server/mesh/canary/statistics/wilson.ts';
import type { RouteFact } from '../route-facts.ts';
import type { EdgeTally, SplitAmount } from './edge-tally.ts';
import { roundCount, roundFigure } from './round-figure.ts';

export type Split = { splitShare: number; route?: ObjectReference; split?: EdgeSplit };

/** Edges of one group share what is sent to one service, or by one route of a gateway. */
export type SplitGroup = {
  route: RouteFact | undefined;
  /** False where the route also splits to services that are drawn apart: then the shares are not of the whole split. */
  isWhole: boolean;
};

/**
 * The share of each edge among all edges of the same source in the same group, by edge. A group needs several backends in
 * the picture, or in its route where the picture would draw them apart; an edge that belongs to several groups gets the
 * share of the largest.
 */
export function splitShares(
  edges: readonly EdgeTally[],
  {
    groups,
    areBackendsApart,
  }: {
    groups: ReadonlyMap<string, SplitGroup>;
    areBackendsApart(route: RouteFact): boolean;
  },
): ReadonlyMap<EdgeTally, Split> {
  const totals = new Map<string, SplitAmount & { members: number }>();
  for (const edge of edges)
    for (const [group, amount] of edge.splitGroups ?? []) {
      if (amount.perSecond <= 0) continue;
      const key = totalKey(edge, group);
      const total = totals.get(key);
      if (total === undefined) totals.set(key, { ...amount, members: 1 });
      else {
        total.perSecond += amount.perSecond;
        total.count += amount.count;
        total.members += 1;
      }
    }

  const splits = new Map<EdgeTally, Split>();
  for (const edge of edges) {
    const largest = largestGroup(edge);
    if (largest === undefined) continue;
    const { group, amount } = largest;
    const total = totals.get(totalKey(edge, group));
    const { route, isWhole } = groups.get(group) ?? { route: undefined, isWhole: true };
    const isSplit =
      (total?.members ?? 0) > 1 ||
      (route?.backends.some((backend) => backend.isSplit) === true && areBackendsApart(route));
    if (total === undefined || amount.perSecond <= 0 || !isSplit) continue;
    const split = observed(amount, { total, isWhole });
    splits.set(edge, {
      splitShare: roundFigure(amount.perSecond / total.perSecond),
      ...(route === undefined ? {} : { route: referenceTo(route) }),
      ...(split === undefined ? {} : { split }),
    });
  }
  return splits;
}

function observed(
  { count }: SplitAmount,
  { total, isWhole }: { total: SplitAmount; isWhole: boolean },
): EdgeSplit | undefined {
  const estimate = wilson(count, total.count);
  if (estimate === undefined) return undefined;
  return {
    count: roundCount(count),
    totalCount: roundCount(total.count),
    observedShare: roundFigure(estimate.share),
    low: roundFigure(estimate.low),
    high: roundFigure(estimate.high),
    ...(isWhole ? {} : { notCompared: drawnApart }),
    canaries: [],
  };
}

const drawnApart =
  'The route also sends requests to backends that stand behind services of their own here, so this is a share of a part.';

type Largest = { group: string; amount: SplitAmount };

function largestGroup({ splitGroups }: EdgeTally): Largest | undefined {
  let largest: Largest | undefined;
  for (const [group, amount] of splitGroups ?? []) {
    const { perSecond } = amount;
    const isSmaller =
      largest !== undefined &&
      (perSecond < largest.amount.perSecond ||
        (perSecond === largest.amount.perSecond && group > largest.group));
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
