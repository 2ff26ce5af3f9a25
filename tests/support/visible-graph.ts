import type { VisibleGraph } from '#components/graph/visible-graph.ts';
import type { GraphEdge, GraphNode } from '#lib/contract/graph.ts';

/** A healthy workload of the namespace `shop`, unless told otherwise. */
export function drawnNode(name: string, more: Partial<GraphNode> = {}): GraphNode {
  return {
    id: name,
    kind: 'workload',
    cluster: 'c1',
    namespace: 'shop',
    name,
    labels: {},
    health: { status: 'healthy', reasons: [] },
    badges: [],
    ...more,
  };
}

/** A healthy HTTP edge of one request a second, unless told otherwise. */
export function drawnEdge(source: string, target: string, more: Partial<GraphEdge> = {}): GraphEdge {
  const protocol = more.protocol ?? 'http';
  return {
    id: `${source}|${target}|${protocol}`,
    source,
    target,
    protocol,
    health: { status: 'healthy', reasons: [] },
    requestsPerSecond: protocol === 'tcp' ? undefined : 1,
    ...more,
  };
}

/** A namespace box of the given members. */
export function drawnBox(name: string, members: string[], parent?: string): VisibleGraph['boxes'][number] {
  return { id: `box:${name}`, kind: 'namespace', name, members, parent };
}
