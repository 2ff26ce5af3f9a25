import type { Topology } from './topology.ts';

/** Beyond this, following every path costs too much, and only the neighbours are counted. */
const mostNodesFollowed = 400;

/**
 * How much more lies behind a node than before it: 1 where traffic comes in, -1 where it ends, near 0 in the midst. Counts
 * the nodes that its calls reach against those whose calls reach it.
 */
export function trafficDirections({ nodes, edges }: Topology): Map<string, number> {
  const callees = new Map<string, string[]>();
  const callers = new Map<string, string[]>();
  for (const { source, target } of edges) {
    callees.set(source, [...(callees.get(source) ?? []), target]);
    callers.set(target, [...(callers.get(target) ?? []), source]);
  }
  const isFollowed = nodes.length <= mostNodesFollowed;
  const count = (id: string, next: ReadonlyMap<string, string[]>) =>
    isFollowed ? reachable(id, next) : new Set(next.get(id) ?? []).size;
  return new Map(
    nodes.map(({ id }) => {
      const [after, before] = [count(id, callees), count(id, callers)];
      return [id, (after - before) / (after + before + 1)];
    }),
  );
}

function reachable(start: string, next: ReadonlyMap<string, string[]>): number {
  const seen = new Set([start]);
  for (const id of seen) for (const neighbour of next.get(id) ?? []) seen.add(neighbour);
  return seen.size - 1;
}
