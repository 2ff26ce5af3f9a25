import type { GraphBox, GraphEdge, GraphNode } from '#lib/contract/graph.ts';

/**
 * The picture between the builder and the answer: nodes, edges and boxes in the contract's shapes, so that a decorator
 * adds to them and leaves the rest. Ids never change after the builder. Health is `unknown` until a decorator sets it.
 */
export type GraphDraft = {
  nodes: readonly GraphNode[];
  edges: readonly GraphEdge[];
  boxes: readonly GraphBox[];
};
