import type { Graph, GraphNode } from '#lib/contract/graph.ts';
import { callsOf, nodeTitle } from './call.ts';

export type Split = {
  id: string;
  route: { kind: string; namespace: string; name: string };
  source: GraphNode;
  requestsPerSecond: number;
  backends: { id: string; title: string; share: number }[];
};

/** What each source sent through each route that has more than one backend, the busiest first. */
export function groupSplits(graph: Graph): Split[] {
  const groups = new Map<string, Split>();
  for (const { edge, source, target } of callsOf(graph)) {
    if (edge.splitShare === undefined || edge.route === undefined) continue;
    const id = `${edge.route.kind}/${edge.route.namespace}/${edge.route.name}|${source.id}`;
    const group = groups.get(id) ?? { id, route: edge.route, source, requestsPerSecond: 0, backends: [] };
    group.requestsPerSecond += edge.requestsPerSecond ?? 0;
    group.backends.push({
      id: target.id,
      title: target.version ?? nodeTitle(target),
      share: edge.splitShare,
    });
    groups.set(id, group);
  }
  return [...groups.values()]
    .filter((split) => split.backends.length > 1)
    .map((split) => ({ ...split, backends: split.backends.sort((a, b) => a.title.localeCompare(b.title)) }))
    .sort(
      (left, right) => right.requestsPerSecond - left.requestsPerSecond || left.id.localeCompare(right.id),
    );
}
