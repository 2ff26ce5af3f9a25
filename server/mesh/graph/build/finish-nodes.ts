import type { GraphEdge, GraphNode } from '#lib/contract/graph.ts';
import type { GraphQuery } from '#lib/contract/graph-query.ts';
import { isUnsentEdge } from '#lib/graph/unsent-edge.ts';
import type { Drawing } from './draw-edges.ts';
import type { NodeSeed } from './node-seed.ts';
import { roundFigure } from './round-figure.ts';

type NodeOptions = Pick<GraphQuery, 'namespaces' | 'tcp'>;
type Totals = { requestsIn: number; requestsOut: number; bytesIn: number; bytesOut: number };

/** The nodes of the answer, with the sums of their edges. */
export function finishNodes(
  drawing: Pick<Drawing, 'seeds' | 'hosts'>,
  edges: readonly GraphEdge[],
  options: NodeOptions,
): GraphNode[] {
  const totals = totalsByNode(edges, options.tcp);
  const called = new Set(edges.map(({ target }) => target));
  const calling = new Set(edges.filter(({ isIdle }) => isIdle !== true).map(({ source }) => source));
  return [...drawing.seeds.values()].map((seed) => {
    const total = totals.get(seed.id);
    const hosts = [...(drawing.hosts.get(seed.id) ?? [])].sort();
    return {
      ...nodeOf(seed, options.namespaces),
      ...(hosts.length === 0 ? {} : { hosts }),
      ...(calling.has(seed.id) && !called.has(seed.id) ? { isRoot: true } : {}),
      ...(total === undefined ? { isIdle: true } : positive(total)),
    };
  });
}

/** A node without any traffic. */
export function nodeOf(seed: NodeSeed, namespaces: GraphQuery['namespaces']): GraphNode {
  const { namespace } = seed;
  const isOutside =
    namespaces !== '*' &&
    namespace !== undefined &&
    namespace !== 'unknown' &&
    !namespaces.includes(namespace);
  return {
    ...seed,
    labels: {},
    health: { status: 'unknown', reasons: [] },
    badges: [],
    ...(isOutside ? { isOutside } : {}),
  };
}

function totalsByNode(edges: readonly GraphEdge[], tcp: GraphQuery['tcp']): Map<string, Totals> {
  const totals = new Map<string, Totals>();
  const of = (id: string): Totals => {
    const known = totals.get(id) ?? { requestsIn: 0, requestsOut: 0, bytesIn: 0, bytesOut: 0 };
    totals.set(id, known);
    return known;
  };
  for (const edge of edges) {
    if (edge.isIdle === true) continue;
    const requests = edge.requestsPerSecond ?? 0;
    const bytes = bytesPerSecond(edge, tcp);
    const from = of(edge.source);
    // Copies arrive, but their source did not ask for them.
    if (!isUnsentEdge(edge)) from.requestsOut += requests;
    from.bytesOut += bytes;
    const to = of(edge.target);
    to.requestsIn += requests;
    to.bytesIn += bytes;
  }
  return totals;
}

function bytesPerSecond(edge: GraphEdge, tcp: GraphQuery['tcp']): number {
  const sent = tcp === 'received' ? 0 : (edge.bytesSentPerSecond ?? 0);
  const received = tcp === 'sent' ? 0 : (edge.bytesReceivedPerSecond ?? 0);
  return sent + received;
}

function positive({ requestsIn, requestsOut, bytesIn, bytesOut }: Totals): Partial<GraphNode> {
  return {
    ...(requestsIn > 0 ? { requestsInPerSecond: roundFigure(requestsIn) } : {}),
    ...(requestsOut > 0 ? { requestsOutPerSecond: roundFigure(requestsOut) } : {}),
    ...(bytesIn > 0 ? { bytesInPerSecond: roundFigure(bytesIn) } : {}),
    ...(bytesOut > 0 ? { bytesOutPerSecond: roundFigure(bytesOut) } : {}),
  };
}
