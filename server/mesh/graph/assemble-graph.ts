import type { Graph } from '#lib/contract/graph.ts';
import type { GraphQuery } from '#lib/contract/graph-query.ts';
import type { ObjectKind } from '#lib/objects/kinds.ts';
import { ViglaError } from '#server/errors.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { Sample } from '#server/metrics/query.ts';
import { boxesOf } from './build/boxes-of.ts';
import { type BuiltGraph, buildGraph } from './build/build-graph.ts';
import { focusOn } from './build/focus-on.ts';
import type { Decorator, DecoratorFacts } from './decorator.ts';
import type { GraphFacts } from './facts/graph-facts.ts';
import type { GraphDraft } from './graph-draft.ts';
import type { Measure } from './plan/plan-graph-queries.ts';
import { parseRows } from './rows/parse-rows.ts';
import { createQualityTally } from './rows/quality-tally.ts';
import { namespacesWithoutObject, refuseUnreported } from './unknown-namespaces.ts';

export type GraphInput = {
  query: GraphQuery;
  /** Epoch seconds of the end of the window. */
  endSeconds: number;
  facts: GraphFacts;
  objects: MeshObjects;
  rootNamespace: string;
  /** Kinds of objects that could not be read. */
  unread?: readonly ObjectKind[];
  /** Answers of the planned queries; one that failed is absent. */
  answers: readonly { measure: Measure; samples: readonly Sample[] }[];
  decorators: readonly Decorator[];
  tolerances?: DecoratorFacts['tolerances'];
  p95Ms?: DecoratorFacts['p95Ms'];
  /** What the objects of further clusters add to their nodes. */
  others?: readonly ClusterInput[];
  /** What the picture is about: this cluster and who is next to it in others. */
  onlyCluster?: string | undefined;
};

type ClusterInput = Pick<GraphInput, 'facts' | 'objects' | 'rootNamespace' | 'unread'>;

/**
 * The whole way from answers to the graph: rows, nodes and edges, decorations, focus. Pure. Throws `unknown_namespace`
 * for a namespace that neither the objects nor the telemetry know, `bad_parameter` for a focus that is not in the graph.
 */
export function assembleGraph(input: GraphInput): Graph {
  const { query, endSeconds, facts } = input;
  const quality = createQualityTally();
  const rows = parseRows(input.answers, { gateways: facts.gateways, quality });
  refuseUnreported(
    namespacesWithoutObject(query.namespaces, facts),
    input.answers.flatMap(({ samples }) => samples),
  );
  const built = buildGraph({ rows, query, facts, nowSeconds: endSeconds, quality });
  const decorated = decorate(built, input);
  const shown = input.onlyCluster === undefined ? decorated : aroundCluster(decorated, input.onlyCluster);
  const { nodes, edges, boxes } = focused(shown, query);
  // What the reader cannot see is no remark about this picture.
  for (const edge of edges) if (edge.reportersDiffer !== undefined) quality.note('reporters_differ', edge.id);
  return {
    window: { from: iso(endSeconds - query.range), to: iso(endSeconds) },
    nodes: [...nodes],
    edges: [...edges],
    boxes: [...boxes],
    quality: quality.list(),
    ...restOf(built),
  };
}

function decorate(built: GraphDraft, input: GraphInput): GraphDraft {
  const { query, endSeconds, others = [] } = input;
  const clusters = (input.facts.clusters ?? []).map(({ cluster }) => cluster);
  const factsOf = ({ facts, objects, rootNamespace, unread = [] }: ClusterInput): DecoratorFacts => ({
    objects,
    objectsKnown: facts.objectsKnown,
    cluster: facts.cluster,
    ...(others.length > 0 && { clusters }),
    rootNamespace,
    unread,
    namespaces: query.namespaces,
    nowSeconds: endSeconds,
    windowSeconds: query.range,
    ...judgedBy(input),
  });
  const home = factsOf({ ...input, facts: input.facts.clusters?.[0] ?? input.facts });
  const each = [home, ...others.map(factsOf)];
  return input.decorators.reduce<GraphDraft>((draft, decorator) => {
    const told = decorator.isForWholeMesh === true ? [home] : each;
    return told.reduce((sofar, facts) => decorator.decorate(sofar, facts), draft);
  }, built);
}

function judgedBy({ tolerances, p95Ms }: GraphInput): Pick<DecoratorFacts, 'tolerances' | 'p95Ms'> {
  return {
    ...(tolerances === undefined ? {} : { tolerances }),
    ...(p95Ms === undefined ? {} : { p95Ms }),
  };
}

function restOf({ hidden, summed }: BuiltGraph): Pick<Graph, 'hidden' | 'summed'> {
  return summed === undefined ? { hidden } : { hidden, summed };
}

function focused(draft: GraphDraft, { focus, depth }: GraphQuery): GraphDraft {
  if (focus === undefined) return draft;
  const part = focusOn(draft, { focus, depth });
  if (part === undefined)
    throw new ViglaError(
      'bad_parameter',
      `"${focus}" is not a node of this graph. Take an id from /api/graph with the same namespaces, range and type.`,
      { parameter: 'focus' },
    );
  return { ...part, boxes: boxesAround(part.nodes, draft) };
}

/** The nodes of one cluster, all edges that they have, and whoever is at the other end. */
function aroundCluster(draft: GraphDraft, cluster: string): GraphDraft {
  const own = new Set(draft.nodes.flatMap((node) => (node.cluster === cluster ? [node.id] : [])));
  const edges = draft.edges.filter(({ source, target }) => own.has(source) || own.has(target));
  const touched = new Set(edges.flatMap(({ source, target }) => [source, target]));
  const nodes = draft.nodes.filter(({ id }) => own.has(id) || touched.has(id));
  return { nodes, edges, boxes: boxesAround(nodes, draft) };
}

function boxesAround(nodes: GraphDraft['nodes'], draft: GraphDraft): GraphDraft['boxes'] {
  const mtlsByBox = new Map(draft.boxes.map(({ id, mtls }) => [id, mtls]));
  return boxesOf(nodes).map((box) => {
    const mtls = mtlsByBox.get(box.id);
    return mtls === undefined ? box : { ...box, mtls };
  });
}

function iso(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
