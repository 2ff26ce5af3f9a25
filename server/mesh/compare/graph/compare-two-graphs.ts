import type { GraphComparison, GraphDifference } from '#lib/contract/compare-graph.ts';
import type { ChangeCounts, CompareChange } from '#lib/contract/compare-sides.ts';
import type { Graph, GraphNode } from '#lib/contract/graph.ts';
import { compareGraphs } from '#lib/graph/compare-graphs.ts';
import { edgeDifference } from './edge-difference.ts';
import { nodeDifference } from './node-difference.ts';
import type { Pair } from './told-difference.ts';

type Compared = Pick<GraphComparison, 'nodes' | 'edges' | 'differences' | 'graph'>;

/**
 * What came, went or changed between two graphs of windows of the same length, heaviest first, and the union of both.
 * Edges without traffic are no edges; nodes without traffic are nodes, as long as they exist. Where `knowsObjects` is false,
 * one side lacks kinds of objects: only what metrics tell is compared.
 */
export function compareTwoGraphs(
  { earlier, later }: { earlier: Graph; later: Graph },
  { knowsObjects }: { knowsObjects: boolean },
): Compared {
  const [before, after] = [withTraffic(earlier, knowsObjects), withTraffic(later, knowsObjects)];
  const nodes = paired(before.nodes, after.nodes);
  const edges = paired(before.edges, after.edges);
  const nodeById = new Map([...before.nodes, ...after.nodes].map((node) => [node.id, node]));
  const ofEdges = edges.flatMap((pair) => edgeDifference(pair, nodeById));
  const changedEdges = new Set(ofEdges.map(({ id }) => id));
  const touched = new Set(
    [...before.edges, ...after.edges].flatMap(({ id, source, target }) =>
      changedEdges.has(id) ? [source, target] : [],
    ),
  );
  const ofNodes = nodes.flatMap((pair) =>
    nodeDifference(pair, { knowsObjects, isTouched: touched.has(pair.id) }),
  );
  const differences = [...ofEdges, ...ofNodes].sort(
    (one, other) => other.weight - one.weight || inOrder(one, other),
  );
  return {
    nodes: countsOf(nodes, differences, 'node'),
    edges: countsOf(edges, differences, 'edge'),
    differences,
    graph: drawable(compareGraphs(after, before).graph, differences),
  };
}

/** Whether an idle service is drawn depends on what others send to it: it counts only where traffic meets it. */
function withTraffic(graph: Graph, knowsObjects: boolean): Graph {
  const edges = graph.edges.filter(({ isIdle }) => isIdle !== true);
  const met = new Set(edges.flatMap(({ source, target }) => [source, target]));
  const nodes = graph.nodes.filter(({ id, kind }) => (knowsObjects && isOwn.has(kind)) || met.has(id));
  return { ...graph, nodes, edges };
}

/** Nodes that exist whatever anybody sends to them. */
const isOwn: ReadonlySet<GraphNode['kind']> = new Set(['workload', 'application']);

function paired<Part extends { id: string }>(before: readonly Part[], after: readonly Part[]): Pair<Part>[] {
  const [was, is] = [byId(before), byId(after)];
  return [...new Set([...is.keys(), ...was.keys()])].map((id) => ({
    id,
    before: was.get(id),
    after: is.get(id),
  }));
}

function byId<Part extends { id: string }>(parts: readonly Part[]): Map<string, Part> {
  return new Map(parts.map((part) => [part.id, part]));
}

function inOrder(one: GraphDifference, other: GraphDifference): number {
  return one.title === other.title ? (one.id < other.id ? -1 : 1) : one.title < other.title ? -1 : 1;
}

function countsOf(
  pairs: readonly Pair<unknown>[],
  differences: readonly GraphDifference[],
  subject: GraphDifference['subject'],
): ChangeCounts {
  const own = differences.filter((one) => one.subject === subject);
  const count = (change: CompareChange) => own.filter((one) => one.change === change).length;
  return {
    added: count('added'),
    removed: count('removed'),
    changed: count('changed'),
    same: pairs.length - own.length,
  };
}

/** What has traffic or differs: hundreds of idle nodes would only stand beside it. */
function drawable(graph: Graph, differences: readonly GraphDifference[]): Graph {
  const shown = new Set([
    ...graph.edges.flatMap(({ source, target }) => [source, target]),
    ...differences.map(({ id }) => id),
  ]);
  const nodes = graph.nodes.filter(({ id }) => shown.has(id));
  const boxes = graph.boxes.map((box) => ({ ...box, members: box.members.filter((id) => shown.has(id)) }));
  const holding = new Set(boxes.filter(({ members }) => members.length > 0).map(({ id }) => id));
  const parents = new Set(boxes.flatMap(({ id, parent }) => (holding.has(id) ? (parent ?? []) : [])));
  const above = new Set(boxes.flatMap(({ id, parent }) => (parents.has(id) ? (parent ?? []) : [])));
  return {
    ...graph,
    nodes,
    boxes: boxes.filter(({ id }) => holding.has(id) || parents.has(id) || above.has(id)),
    hidden: { idle: graph.hidden.idle + graph.nodes.length - nodes.length },
  };
}
