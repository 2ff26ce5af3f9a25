import type { Graph } from '#lib/contract/graph.ts';
import type { FindExpression } from './expression.ts';
import { type GraphFacts, graphFacts } from './graph-facts.ts';
import { matchesFind } from './match-find.ts';

/** Ids of nodes and edges of one graph. */
export type GraphPart = { nodes: ReadonlySet<string>; edges: ReadonlySet<string> };

/** The nodes and edges of which the expression is true. */
export function findInGraph(
  graph: Graph,
  expression: FindExpression,
  facts: GraphFacts = graphFacts(graph),
): GraphPart {
  return {
    nodes: new Set(
      graph.nodes.filter((node) => matchesFind(expression, { node }, facts)).map((node) => node.id),
    ),
    edges: new Set(
      graph.edges.filter((edge) => matchesFind(expression, { edge }, facts)).map((edge) => edge.id),
    ),
  };
}

/**
 * What hiding by the expression takes away: the nodes and edges of which it is true, the edges of hidden nodes, and
 * the nodes that have no edge left although they had one.
 */
export function hideInGraph(graph: Graph, expression: FindExpression): GraphPart {
  const facts = graphFacts(graph);
  const matched = findInGraph(graph, expression, facts);
  const edges = new Set(matched.edges);
  const keptCounts = new Map<string, number>();
  for (const edge of graph.edges) {
    if (matched.nodes.has(edge.source) || matched.nodes.has(edge.target)) edges.add(edge.id);
    if (edges.has(edge.id)) continue;
    for (const nodeId of [edge.source, edge.target])
      keptCounts.set(nodeId, (keptCounts.get(nodeId) ?? 0) + 1);
  }
  const bare = graph.nodes.filter((node) => facts.edgeCount(node.id) > 0 && !keptCounts.has(node.id));
  return { nodes: new Set([...matched.nodes, ...bare.map((node) => node.id)]), edges };
}

/** The graph without a part of it; boxes that stand empty then are gone too. */
export function withoutPart(graph: Graph, part: GraphPart): Graph {
  if (part.nodes.size === 0 && part.edges.size === 0) return graph;
  return withOnly(graph, {
    nodes: new Set(graph.nodes.filter((node) => !part.nodes.has(node.id)).map((node) => node.id)),
    edges: new Set(graph.edges.filter((edge) => !part.edges.has(edge.id)).map((edge) => edge.id)),
  });
}

/** A part of the graph as a graph of its own; edges without both ends and empty boxes are left out. */
export function withOnly(graph: Graph, part: GraphPart): Graph {
  const boxes = graph.boxes.map((box) => ({
    ...box,
    members: box.members.filter((id) => part.nodes.has(id)),
  }));
  const parentById = new Map(boxes.map((box) => [box.id, box.parent]));
  const used = new Set<string>();
  for (const box of boxes) {
    if (box.members.length === 0) continue;
    for (let id: string | undefined = box.id; id !== undefined && !used.has(id); id = parentById.get(id))
      used.add(id);
  }
  return {
    ...graph,
    nodes: graph.nodes.filter((node) => part.nodes.has(node.id)),
    edges: graph.edges.filter(
      (edge) => part.edges.has(edge.id) && part.nodes.has(edge.source) && part.nodes.has(edge.target),
    ),
    boxes: boxes.filter((box) => used.has(box.id)),
  };
}
