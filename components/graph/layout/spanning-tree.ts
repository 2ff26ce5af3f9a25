import type { Topology, TopologyEdge } from './topology.ts';

/**
 * The edges over which a breadth-first walk reaches every node, each connected part from where its traffic comes in.
 * Edges are turned so that they lead away from that root, and the roots of further parts hang on the first one.
 */
export function spanningTree({ nodes, edges }: Topology): TopologyEdge[] {
  const neighbours = new Map<string, { id: string; edge: string }[]>();
  const callers = new Map<string, number>();
  for (const { id, source, target } of edges) {
    neighbours.set(source, [...(neighbours.get(source) ?? []), { id: target, edge: id }]);
    neighbours.set(target, [...(neighbours.get(target) ?? []), { id: source, edge: id }]);
    callers.set(target, (callers.get(target) ?? 0) + 1);
  }
  const starts = nodes.map(({ id }) => id).sort((a, b) => (callers.get(a) ?? 0) - (callers.get(b) ?? 0));
  const reached = new Set<string>();
  const tree: TopologyEdge[] = [];
  const [first] = starts;
  for (const start of starts) {
    if (reached.has(start)) continue;
    reached.add(start);
    if (first !== undefined && start !== first)
      tree.push({ id: `tree ${start}`, source: first, target: start });
    const queue = [start];
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      for (const next of neighbours.get(id) ?? []) {
        if (reached.has(next.id)) continue;
        reached.add(next.id);
        tree.push({ id: next.edge, source: id, target: next.id });
        queue.push(next.id);
      }
    }
  }
  return tree;
}
