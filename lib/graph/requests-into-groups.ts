import type { Graph } from '#lib/contract/graph.ts';
import { withoutSecondHops } from './totals.ts';

/**
 * Requests per second that come into each group of nodes from outside of it, in one walk over the edges.
 * Groups into which no request comes are absent.
 */
export function requestsIntoGroups(
  graph: Graph,
  groupOfNode: ReadonlyMap<string, string>,
): Map<string, number> {
  const rates = new Map<string, number>();
  for (const { source, target, protocol, requestsPerSecond } of withoutSecondHops(graph)) {
    const group = groupOfNode.get(target);
    if (group === undefined || group === groupOfNode.get(source)) continue;
    if (protocol === 'tcp' || requestsPerSecond === undefined) continue;
    rates.set(group, (rates.get(group) ?? 0) + requestsPerSecond);
  }
  return rates;
}
