import type { GraphEdge, GraphNode } from '#lib/contract/graph.ts';
import type { Health } from '#lib/contract/health.ts';
import type { Figures } from '#lib/contract/inventory.ts';
import type { GraphDraft } from '#server/mesh/graph/graph-draft.ts';
import { figuresOf } from './node-figures.ts';

/** A picture, ready to be asked about each of its nodes. */
export type TrafficIndex = {
  nodes: readonly GraphNode[];
  /** Of what no node stands for: nothing went there, or nothing was read. */
  without: Health;
  /** Whether any traffic could be read. */
  isKnown: boolean;
  /** As the node of that id has it; undefined where the picture has no such node. */
  healthOf(id: string): Health | undefined;
  figuresOf(id: string): Figures;
};

/** `p95Ms` is by node id. Without a picture nothing is known. */
export function trafficIndex(
  draft: GraphDraft | undefined,
  p95Ms: ReadonlyMap<string, number> = new Map(),
): TrafficIndex {
  const nodes = draft?.nodes ?? [];
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const inbound = Map.groupBy<string, GraphEdge>(draft?.edges ?? [], ({ target }) => target);
  return {
    nodes,
    without: { status: draft === undefined ? 'unknown' : 'idle', reasons: [] },
    isKnown: draft !== undefined,
    healthOf: (id) => byId.get(id)?.health,
    figuresOf: (id) => figuresOf(inbound.get(id) ?? [], p95Ms.get(id)),
  };
}

/** Two pictures of the same traffic as one: what the first does not draw is taken from the second. */
export function joinTraffic(first: TrafficIndex, second: TrafficIndex): TrafficIndex {
  const ids = new Set(first.nodes.map(({ id }) => id));
  const more = second.nodes.filter(({ id }) => !ids.has(id));
  const isBusy = (index: TrafficIndex, id: string) => Object.keys(index.figuresOf(id)).length > 0;
  const indexFor = (id: string) => (!isBusy(first, id) && isBusy(second, id) ? second : first);
  return {
    nodes: [...first.nodes, ...more],
    without: first.without,
    isKnown: first.isKnown,
    healthOf: (id) => indexFor(id).healthOf(id) ?? second.healthOf(id),
    figuresOf: (id) => indexFor(id).figuresOf(id),
  };
}
