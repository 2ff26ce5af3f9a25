import type { GraphEdge, GraphNode } from '#lib/contract/graph.ts';
import type { GraphQuery } from '#lib/contract/graph-query.ts';
import type { GraphFacts } from '../facts/graph-facts.ts';
import { collectFlows } from '../flows/collect-flows.ts';
import type { GraphDraft } from '../graph-draft.ts';
import type { RouteFact } from '../route-facts.ts';
import type { EdgeRow } from '../rows/edge-row.ts';
import { createQualityTally, type QualityTally } from '../rows/quality-tally.ts';
import { boxesOf } from './boxes-of.ts';
import { withoutDeadNodes } from './dead-nodes.ts';
import { drawEdges } from './draw-edges.ts';
import { drawnServices } from './drawn-services.ts';
import { hasTraffic } from './edge-tally.ts';
import { finishEdge } from './finish-edge.ts';
import { finishNodes, nodeOf } from './finish-nodes.ts';
import { focusOn } from './focus-on.ts';
import { idleNodes } from './idle-nodes.ts';
import { latencyWith } from './latency-of.ts';
import { noteScraping } from './note-scraping.ts';
import type { PictureType } from './party-node.ts';
import { flowPlacer } from './placed-flow.ts';
import { rateSeconds } from './rate-seconds.ts';
import { reduceToServices } from './reduce-to-services.ts';
import { type RouteFolding, routeFolding } from './route-folding.ts';
import { splitShares } from './split-shares.ts';

/** More nodes than this are not drawn flat. */
export const mostNodesDrawnFlat = 3000;

export type BuildInput = {
  /** Rows of every planned query, in any order. */
  rows: readonly EdgeRow[];
  query: Omit<GraphQuery, 'at' | 'focus' | 'depth'> & Partial<Pick<GraphQuery, 'focus' | 'depth'>>;
  facts: GraphFacts;
  /** Epoch seconds of the end of the window. */
  nowSeconds: number;
  /** Has what parsing found; the builder adds to it. */
  quality: QualityTally;
  /** Above this many nodes they are summed by namespace; `Infinity` for a picture that nobody draws. */
  mostNodes?: number;
};

export type BuiltGraph = GraphDraft & {
  hidden: { idle: number };
  summed?: { text: string; nodeCount: number; edgeCount: number };
};

/**
 * The graph that follows from telemetry rows and objects: pure, the same for any order of rows. Rates are per second
 * over the window; health and badges are left to the decorators.
 */
export function buildGraph(input: BuildInput): BuiltGraph {
  const { focus, depth = 1, type } = input.query;
  const mostNodes = input.mostNodes ?? mostNodesDrawnFlat;
  const flat = buildPicture(input, type);
  if (flat.nodes.length <= mostNodes) return flat;
  // What lies round one node can be drawn in a mesh of any size.
  const near = focus === undefined ? undefined : focusOn(flat, { focus, depth });
  if (near !== undefined && near.nodes.length <= mostNodes) return { ...near, boxes: boxesOf(near.nodes) };
  // The remarks on the telemetry were made for the flat picture; a second time they would count double.
  const summed = buildPicture(
    { ...input, query: { ...input.query, idle: false }, quality: createQualityTally() },
    'namespace',
  );
  return {
    ...summed,
    hidden: flat.hidden,
    summed: {
      text: `${flat.nodes.length} nodes are too many to draw one by one: each namespace is one node here, and its edges are sums. Choose fewer namespaces to see more.`,
      nodeCount: flat.nodes.length,
      edgeCount: flat.edges.length,
    },
  };
}

function buildPicture(input: BuildInput, type: PictureType): BuiltGraph {
  const { query, facts, quality } = input;
  const rows = query.idle ? input.rows : input.rows.filter(({ value }) => value > 0);
  const flows = collectFlows(rows, { byOperation: query.operations });
  const folding = routeFolding(facts.routes, query.foldRoutes);
  const placeType = type === 'service' ? 'workload' : type;
  const placedByWorkload = flows.map(flowPlacer({ type: placeType, facts, folding, quality }));
  const placed = type === 'service' ? reduceToServices(placedByWorkload, quality) : placedByWorkload;

  const drawing = drawEdges(placed, {
    drawnServices:
      type === 'service' ? new Set() : drawnServices(placed, { mode: query.serviceNodes, folding }),
    folding,
    withoutHosts: type === 'namespace',
    byOperation: query.operations,
    secondsOf: rateSeconds(facts, { nowSeconds: input.nowSeconds, windowSeconds: query.range }, quality),
  });
  // An edge that only the reporter that was not chosen knows would be counted twice.
  const tallies = drawing.edges.filter(({ main }) => Object.keys(main.reporters).length > 0);
  const splits = splitShares(tallies, {
    groups: drawing.splitGroups,
    areBackendsApart: (route) => backendsApart[type](route, folding),
  });
  const latencyOf = latencyWith(boundsOf(rows));
  const drawnEdges = tallies
    .filter((tally) => query.idle || hasTraffic(tally.main))
    .map((tally) => finishEdge(tally, { split: splits.get(tally), latencyOf }));
  noteScraping(flows, facts, quality);

  const touched = new Set(drawnEdges.flatMap(({ source, target }) => [source, target]));
  const drawnNodes = finishNodes(drawing, drawnEdges, query).filter(({ id }) => touched.has(id));
  const alive = withoutDeadNodes({ nodes: drawnNodes, edges: drawnEdges }, facts);

  const known = new Set(alive.nodes.map(({ id }) => id));
  const idle =
    type === 'namespace'
      ? []
      : (facts.clusters ?? [facts])
          .flatMap((own) => idleNodes(flows, { query, facts: own, folding }))
          .filter(({ id }) => !known.has(id));
  const idleDrawn = query.idle
    ? idle.map((seed) => ({ ...nodeOf(seed, query.namespaces), isIdle: true }))
    : [];
  const nodes = [...alive.nodes, ...idleDrawn].sort(byId);
  return {
    nodes,
    edges: [...alive.edges].sort(byId),
    boxes: boxesOf(nodes),
    hidden: { idle: query.idle ? 0 : idle.length },
  };
}

/** Whether a type of picture can draw the backends that a route splits among as several nodes. */
const backendsApart: Record<PictureType, (route: RouteFact, folding: RouteFolding) => boolean> = {
  workload: () => true,
  versionedApp: () => true,
  app: () => false,
  namespace: () => false,
  service: ({ backends }, { hostOf }) =>
    new Set(
      backends
        .filter(({ isSplit }) => isSplit)
        .map(({ service }) => JSON.stringify(hostOf(service) ?? service)),
    ).size > 1,
};

function boundsOf(rows: readonly EdgeRow[]): ReadonlySet<number> {
  const bounds = new Set<number>();
  for (const row of rows) if (row.measure === 'durationBuckets') bounds.add(row.upperBound);
  return bounds;
}

function byId(left: GraphNode | GraphEdge, right: GraphNode | GraphEdge): number {
  return left.id < right.id ? -1 : left.id > right.id ? 1 : 0;
}
