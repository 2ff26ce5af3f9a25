import type { Graph, GraphEdge, GraphNode } from '#lib/contract/graph.ts';
import { nodeName } from './node-name.ts';

export const changeKinds = ['added', 'removed', 'changed'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export type GraphChange = { id: string; kind: ChangeKind; subject: 'node' | 'edge'; text: string };

/** A rate that moved by this factor, or an error share by this much, counts as changed. */
const changedRateFactor = 1.5;
const changedErrorShare = 0.02;

/** The union of a graph and an earlier or later one: the now-missing parts stand in it as idle, and are marked removed. */
export function compareGraphs(now: Graph, then: Graph): { graph: Graph; changes: GraphChange[] } {
  const nodesNow = new Map(now.nodes.map((node) => [node.id, node]));
  const edgesNow = new Map(now.edges.map((edge) => [edge.id, edge]));
  const nodesThen = new Map(then.nodes.map((node) => [node.id, node]));
  const edgesThen = new Map(then.edges.map((edge) => [edge.id, edge]));
  const goneNodes = then.nodes.filter((node) => !nodesNow.has(node.id));
  const goneEdges = then.edges.filter((edge) => !edgesNow.has(edge.id));
  const nodes = [...now.nodes, ...goneNodes];
  const nameOf = namer(nodes);
  const changes: GraphChange[] = [
    ...edgeChanges(now.edges, edgesThen, nameOf),
    ...goneEdges.map((edge) => change('removed', 'edge', { id: edge.id, text: nameOf(edge) })),
    ...now.nodes
      .filter((node) => !nodesThen.has(node.id))
      .map((node) => change('added', 'node', { id: node.id, text: nodeName(node) })),
    ...goneNodes.map((node) => change('removed', 'node', { id: node.id, text: nodeName(node) })),
  ];
  return {
    graph: { ...now, nodes, edges: [...now.edges, ...goneEdges], boxes: joinBoxes(now, then) },
    changes,
  };
}

function edgeChanges(
  edges: readonly GraphEdge[],
  before: ReadonlyMap<string, GraphEdge>,
  nameOf: (edge: GraphEdge) => string,
): GraphChange[] {
  return edges.flatMap((edge) => {
    const then = before.get(edge.id);
    if (then === undefined) return [change('added', 'edge', { id: edge.id, text: nameOf(edge) })];
    return hasChanged(edge, then) ? [change('changed', 'edge', { id: edge.id, text: nameOf(edge) })] : [];
  });
}

function hasChanged(now: GraphEdge, then: GraphEdge): boolean {
  if (now.health.status !== then.health.status) return true;
  if (Math.abs((now.errorShare ?? 0) - (then.errorShare ?? 0)) > changedErrorShare) return true;
  const rateNow = now.requestsPerSecond ?? now.bytesSentPerSecond ?? 0;
  const rateThen = then.requestsPerSecond ?? then.bytesSentPerSecond ?? 0;
  const smaller = Math.min(rateNow, rateThen);
  const larger = Math.max(rateNow, rateThen);
  return larger > 0 && larger > smaller * changedRateFactor;
}

function joinBoxes(now: Graph, then: Graph): Graph['boxes'] {
  const boxesThen = new Map(then.boxes.map((box) => [box.id, box]));
  const boxed = new Set(now.boxes.flatMap((box) => box.members));
  const known = new Set(now.boxes.map((box) => box.id));
  const drawn = new Set(now.nodes.map((node) => node.id));
  const newcomers = (members: readonly string[] = []) =>
    members.filter((id) => !boxed.has(id) && !drawn.has(id));
  return [
    ...now.boxes.map((box) => ({
      ...box,
      members: [...box.members, ...newcomers(boxesThen.get(box.id)?.members)],
    })),
    ...then.boxes
      .filter((box) => !known.has(box.id))
      .map((box) => ({ ...box, members: newcomers(box.members) })),
  ];
}

function change(
  kind: ChangeKind,
  subject: GraphChange['subject'],
  { id, text }: { id: string; text: string },
): GraphChange {
  return { id, kind, subject, text };
}

function namer(nodes: readonly GraphNode[]): (edge: GraphEdge) => string {
  const nodeById = new Map(nodes.map((node) => [node.id, node]));
  const name = (id: string) => {
    const node = nodeById.get(id);
    return node === undefined ? id : nodeName(node);
  };
  return (edge) => `${name(edge.source)} → ${name(edge.target)}`;
}

/** How many things of each kind of change there are. */
export function countChanges(changes: readonly GraphChange[]): Record<ChangeKind, number> {
  const count = (kind: ChangeKind) => changes.filter((entry) => entry.kind === kind).length;
  return { added: count('added'), removed: count('removed'), changed: count('changed') };
}
