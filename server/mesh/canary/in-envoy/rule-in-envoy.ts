import type { EnvoySplit } from '../envoy-split.ts';
import type { Split } from '../split.ts';
import { isAsConfigured, type RouteShares, routeShares } from './route-shares.ts';
import { type LinkedRow, ruleRows } from './rule-rows.ts';
import type { SplitRow } from './split-row.ts';

/** What a proxy has of a split. */
export type RuleInEnvoy = Pick<
  EnvoySplit,
  'state' | 'place' | 'rowId' | 'proofPath' | 'lastUpdatedMs' | 'isSticky'
> &
  RouteShares;

type Weighted = { row: SplitRow; shares: RouteShares };

/**
 * The rule of a split among a proxy's routes or filter chains. Of several routes of it, the first that differs from the
 * rule as it is written speaks for all, and those that differ from that one are named beside its weights. `realPorts` are
 * ports that the versions' Services have: Istio makes routes for port 80, too, to clusters that do not exist.
 */
export function ruleInEnvoy(
  rows: readonly LinkedRow[],
  { split, realPorts }: { split: Split; realPorts: ReadonlySet<number> },
): RuleInEnvoy {
  const all = ruleRows(rows, split).map(
    (row): Weighted => ({ row, shares: routeShares(row.targets, split) }),
  );
  const real = all.filter(({ row }) => row.targets.some(({ cluster }) => realPorts.has(portOf(cluster))));
  const found = real.length > 0 ? real : all;
  const speaker = found.find(({ shares }) => !isAsConfigured(shares, split)) ?? found[0];
  if (speaker === undefined) {
    const isServed = rows.some(({ row }) => row.isServing && row.state !== 'rejected');
    return isServed
      ? { ...nothing(split), state: 'absent', weights: 'no such rule' }
      : { ...nothing(split), state: 'unserved', weights: 'nothing for the host' };
  }
  const { row, shares } = speaker;
  const differing = found.filter((one) => one.shares.weights !== shares.weights);
  return {
    state: 'found',
    ...shares,
    weights: [shares.weights, ...differing.map(differingWords)].join('; '),
    place: row.place,
    rowId: row.id,
    proofPath: row.proofPath,
    ...(row.lastUpdated === undefined ? {} : { lastUpdatedMs: Date.parse(row.lastUpdated) }),
    ...(found.some((one) => one.row.isSticky) ? { isSticky: true } : {}),
  };
}

export function nothing({ versions }: Pick<Split, 'versions'>): Pick<EnvoySplit, 'shares' | 'others'> {
  return { shares: versions.map(() => 0), others: [] };
}

function differingWords({ row, shares }: Weighted): string {
  return `${shares.weights} for ${row.match === '' ? row.place : row.match}`;
}

function portOf(cluster: string): number {
  return Number(/^(?:outbound|inbound-vip)(?:\||_\.)(\d+)/.exec(cluster)?.[1]);
}
