import type { GraphNode } from '#lib/contract/graph.ts';
import type { ObjectKind } from '#lib/objects/kinds.ts';
import type { ToleranceBook } from '#server/mesh/health/tolerances/tolerance-book.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { GraphDraft } from './graph-draft.ts';

/** What a decorator may look at beside the draft. Rates of the draft are averages over `windowSeconds` until `nowSeconds`. */
export type DecoratorFacts = {
  objects: MeshObjects;
  /** False when the objects could not be read: an empty list then means "not known", not "none". */
  objectsKnown: boolean;
  /** Kinds that could not be read, though others could: of these an empty list means "not known", too. */
  unread?: readonly ObjectKind[];
  cluster: string;
  /** All clusters whose objects are known, home first, where they are several: the decorator runs for each of them. */
  clusters?: readonly string[];
  rootNamespace: string;
  /** The namespaces asked for, `*` for all. */
  namespaces: '*' | readonly string[];
  /** Epoch seconds of the end of the window. */
  nowSeconds: number;
  windowSeconds: number;
  /** What is tolerated of whom; without it everything is judged by the defaults. */
  tolerances?: Pick<ToleranceBook, 'of'>;
  /** 95th percentile in milliseconds of all that arrives at a node; asked only where somebody set a limit. */
  p95Ms?: (node: GraphNode) => number | undefined;
};

/** Whether a node is for these facts to speak of: home also speaks of what is in no cluster whose objects are known. */
export function isOwn({ cluster }: Pick<GraphNode, 'cluster'>, facts: DecoratorFacts): boolean {
  const { clusters } = facts;
  if (clusters === undefined || cluster === facts.cluster) return true;
  return clusters[0] === facts.cluster && !clusters.includes(cluster);
}

/** Adds one aspect to the graph: pure, a draft in, a new draft out; order and ids of nodes and edges stay. */
export type Decorator = {
  /** Runs once, after all clusters were looked at; what does not is run for each. */
  isForWholeMesh?: boolean;
  decorate(draft: GraphDraft, facts: DecoratorFacts): GraphDraft;
};
