import type { GraphNode } from '#lib/contract/graph.ts';
import type { GraphQuery } from '#lib/contract/graph-query.ts';
import { buildGraph } from '#server/mesh/graph/build/build-graph.ts';
import { health } from '#server/mesh/graph/decorators/health.ts';
import type { GraphFacts } from '#server/mesh/graph/facts/graph-facts.ts';
import type { GraphDraft } from '#server/mesh/graph/graph-draft.ts';
import type { Measure } from '#server/mesh/graph/plan/plan-graph-queries.ts';
import { parseRows } from '#server/mesh/graph/rows/parse-rows.ts';
import { createQualityTally } from '#server/mesh/graph/rows/quality-tally.ts';
import type { ToleranceBook } from '#server/mesh/health/tolerances/tolerance-book.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { Sample } from '#server/metrics/query.ts';

export type PictureChoice = Partial<
  Pick<GraphQuery, 'namespaces' | 'type' | 'serviceNodes' | 'include' | 'foldRoutes'>
>;

/** What the picture asks for: every workload and service, also idle ones, unless the choice says otherwise. */
export function pictureQuery(rangeSeconds: number, choice: PictureChoice = {}): GraphQuery {
  return {
    namespaces: '*',
    range: rangeSeconds,
    at: 'now',
    type: 'workload',
    serviceNodes: 'true',
    idle: true,
    operations: false,
    include: [],
    tcp: 'total',
    depth: 1,
    foldRoutes: true,
    ...choice,
  };
}

export type PictureInput = {
  rangeSeconds: number;
  choice?: PictureChoice;
  endSeconds: number;
  facts: GraphFacts;
  objects: MeshObjects;
  rootNamespace: string;
  tolerances: ToleranceBook;
  p95Ms?: (node: GraphNode) => number | undefined;
  answers: readonly { measure: Measure; samples: readonly Sample[] }[];
};

/**
 * The whole mesh as a graph of workloads and services with their health, however large: the same numbers as the graph
 * page, for what is summed from them.
 */
export function trafficPicture(input: PictureInput): GraphDraft {
  const { facts, rangeSeconds, endSeconds, objects, rootNamespace } = input;
  const quality = createQualityTally();
  const rows = parseRows(input.answers, { gateways: facts.gateways, quality });
  const query = pictureQuery(rangeSeconds, input.choice);
  const built = buildGraph({
    rows,
    query,
    facts,
    nowSeconds: endSeconds,
    quality,
    mostNodes: Number.POSITIVE_INFINITY,
  });
  return health.decorate(built, {
    objects,
    objectsKnown: facts.objectsKnown,
    cluster: facts.cluster,
    rootNamespace,
    namespaces: query.namespaces,
    nowSeconds: endSeconds,
    windowSeconds: rangeSeconds,
    tolerances: input.tolerances,
    ...(input.p95Ms === undefined ? {} : { p95Ms: input.p95Ms }),
  });
}
