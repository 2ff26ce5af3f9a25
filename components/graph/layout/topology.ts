import { extentOf, type NodeExtent } from '../canvas/node-extent.ts';
import { faceOf } from '../canvas/node-face.ts';
import type { BoxBy } from '../graph-canvas-props.ts';
import type { VisibleGraph } from '../visible-graph.ts';

export type TopologyNode = { id: string; extent: NodeExtent; box: string | undefined };
export type TopologyEdge = { id: string; source: string; target: string };
export type TopologyBox = { id: string; kind: BoxBy; parent: string | undefined };

/** All that a layout may depend on. Numbers that change from refresh to refresh are not in it. */
export type Topology = { nodes: TopologyNode[]; edges: TopologyEdge[]; boxes: TopologyBox[] };

/** The topology of a graph with the chosen kinds of boxes; the members of other boxes stand in the next one outwards. */
export function topologyOf(graph: VisibleGraph, boxBy: readonly BoxBy[]): Topology {
  const boxes = boxTree(graph, boxBy);
  const splitInto = new Set(
    graph.edges.filter(({ split }) => split?.configuredShare !== undefined).map(({ target }) => target),
  );
  return {
    nodes: graph.nodes
      .map((node) => ({
        id: node.id,
        extent: withLabelRoom(extentOf(faceOf(node)), splitInto.has(node.id)),
        box: boxes.boxOfNode.get(node.id),
      }))
      .sort(byId),
    edges: graph.edges.map(({ id, source, target }) => ({ id, source, target })).sort(byId),
    boxes: boxes.boxes.sort(byId),
  };
}

/** More of a line before a version, since its label holds two shares. */
const splitLabelRoom = 40;

function withLabelRoom(extent: NodeExtent, isSplitInto: boolean): NodeExtent {
  if (!isSplitInto) return extent;
  return { ...extent, left: extent.left + splitLabelRoom };
}

/** The drawn boxes, each in the next drawn one outwards, and the innermost drawn box of every node. */
export function boxTree(graph: VisibleGraph, boxBy: readonly BoxBy[]) {
  const boxById = new Map(graph.boxes.map((box) => [box.id, box]));
  const isDrawn = (kind: BoxBy) => boxBy.includes(kind);
  const drawnFrom = (id: string | undefined): string | undefined => {
    const box = id === undefined ? undefined : boxById.get(id);
    if (box === undefined) return undefined;
    return isDrawn(box.kind) ? box.id : drawnFrom(box.parent);
  };
  const visible = new Set(graph.nodes.map(({ id }) => id));
  const boxOfNode = new Map<string, string | undefined>();
  for (const box of graph.boxes)
    for (const member of box.members) if (visible.has(member)) boxOfNode.set(member, drawnFrom(box.id));
  const used = new Set<string>();
  for (const innermost of boxOfNode.values())
    for (let id = innermost; id !== undefined; id = drawnFrom(boxById.get(id)?.parent)) used.add(id);
  const boxes = graph.boxes
    .filter((box) => used.has(box.id))
    .map((box): TopologyBox => ({ id: box.id, kind: box.kind, parent: drawnFrom(box.parent) }));
  return { boxes, boxOfNode };
}

/** The same key means that nothing has to move. */
export function topologyKey({ nodes, edges, boxes }: Topology): string {
  return JSON.stringify([
    nodes.map(({ id, box }) => [id, box]),
    edges.map(({ id }) => id),
    boxes.map(({ id, parent }) => [id, parent]),
  ]);
}

/** Layouts depend on the order of what they are given, answers need not have one. */
function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
