import type { Graph, GraphEdge, GraphNode, NodeKind } from '#lib/contract/graph.ts';

/** Sums over edges. Shares are weighted by requests; what no edge knows is absent. */
export type TrafficTotals = {
  edgeCount: number;
  requestsPerSecond?: number;
  errorShare?: number;
  clientErrorShare?: number;
  bytesPerSecond?: number;
};

/** Sums of HTTP and gRPC requests, and of the bytes of TCP in both directions. */
export function totalsOf(edges: readonly GraphEdge[]): TrafficTotals {
  const requests = edges.filter((edge) => edge.protocol !== 'tcp' && edge.requestsPerSecond !== undefined);
  const connections = edges.filter((edge) => edge.protocol === 'tcp' && bytesOf(edge) !== undefined);
  const requestsPerSecond = sum(requests.map((edge) => edge.requestsPerSecond));
  return {
    edgeCount: edges.length,
    requestsPerSecond,
    errorShare: weightedShare(requests, (edge) => edge.errorShare),
    clientErrorShare: weightedShare(requests, (edge) => edge.clientErrorShare),
    bytesPerSecond: sum(connections.map(bytesOf)),
  };
}

/** Bytes per second of a TCP edge, both ways together. */
export function bytesOf(edge: GraphEdge): number | undefined {
  return sum([edge.bytesSentPerSecond, edge.bytesReceivedPerSecond]);
}

export type DirectedTotals = { in: TrafficTotals; out: TrafficTotals; inside: TrafficTotals };

/** Totals of a set of nodes: what comes in from outside the set, what goes out of it, and what stays inside. */
export function directedTotals(graph: Graph, nodeIds: ReadonlySet<string>): DirectedTotals {
  const startsIn = (edge: GraphEdge) => nodeIds.has(edge.source);
  const endsIn = (edge: GraphEdge) => nodeIds.has(edge.target);
  const edges = withoutSecondHops(graph);
  return {
    in: totalsOf(edges.filter((edge) => endsIn(edge) && !startsIn(edge))),
    out: totalsOf(edges.filter((edge) => startsIn(edge) && !endsIn(edge))),
    inside: totalsOf(edges.filter((edge) => startsIn(edge) && endsIn(edge))),
  };
}

/**
 * Totals of the whole picture: what comes in from its roots, from unknown callers and from other namespaces, what goes
 * out to hosts outside the mesh and other namespaces, and all of it.
 */
export function graphTotals(graph: Graph): { in: TrafficTotals; out: TrafficTotals; all: TrafficTotals } {
  const nodeById = new Map(graph.nodes.map((node) => [node.id, node]));
  const edges = withoutSecondHops(graph);
  const isOutside = (node: GraphNode | undefined) => node?.isOutside === true || outerKinds.has(node?.kind);
  return {
    in: totalsOf(
      edges.filter((edge) => isOutside(nodeById.get(edge.source)) || nodeById.get(edge.source)?.isRoot),
    ),
    out: totalsOf(edges.filter((edge) => isOutside(nodeById.get(edge.target)))),
    all: totalsOf(edges),
  };
}

const outerKinds = new Set<NodeKind | undefined>([
  'unknown',
  'passthrough',
  'blackHole',
  'restricted',
  'serviceEntry',
]);

/**
 * The edges that count each request once: a call through a drawn service is two edges, caller to service and service
 * to workload, and only the first is the call.
 */
export function withoutSecondHops(graph: Graph): GraphEdge[] {
  const services = new Set(graph.nodes.filter((node) => node.kind === 'service').map((node) => node.id));
  const called = new Set(graph.edges.filter((edge) => services.has(edge.target)).map((edge) => edge.target));
  return graph.edges.filter((edge) => !called.has(edge.source));
}

function weightedShare(
  edges: readonly GraphEdge[],
  read: (edge: GraphEdge) => number | undefined,
): number | undefined {
  let weight = 0;
  let total = 0;
  for (const edge of edges) {
    const share = read(edge);
    if (share === undefined) continue;
    weight += edge.requestsPerSecond ?? 0;
    total += share * (edge.requestsPerSecond ?? 0);
  }
  return weight === 0 ? undefined : total / weight;
}

function sum(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : known.reduce((total, value) => total + value, 0);
}
