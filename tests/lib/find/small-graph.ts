import { type Graph, type GraphEdge, type GraphNode, graphSchema } from '#lib/contract/graph.ts';
import type { Health } from '#lib/contract/health.ts';

const healthy: Health = { status: 'healthy', reasons: [] };

/** A node with the required fields filled in. */
export function nodeOf(fields: Partial<GraphNode> & { id: string }): GraphNode {
  return {
    kind: 'workload',
    cluster: 'home',
    name: fields.id,
    labels: {},
    health: healthy,
    badges: [],
    ...fields,
  };
}

/** An edge with the required fields filled in; its id is `source|target|protocol`. */
export function edgeOf(fields: Partial<GraphEdge> & { source: string; target: string }): GraphEdge {
  const protocol = fields.protocol ?? 'http';
  return { id: `${fields.source}|${fields.target}|${protocol}`, protocol, health: healthy, ...fields };
}

/** A graph that the contract accepts. */
export function graphOf(parts: Partial<Graph>): Graph {
  return graphSchema.parse({
    window: { from: '2026-11-21T02:00:00Z', to: '2026-11-21T02:10:00Z' },
    nodes: [],
    edges: [],
    boxes: [],
    quality: [],
    hidden: { idle: 0 },
    ...parts,
  });
}
