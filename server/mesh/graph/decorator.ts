import type { ObjectKind } from '#lib/objects/kinds.ts';
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
  rootNamespace: string;
  /** The namespaces asked for, `*` for all. */
  namespaces: '*' | readonly string[];
  /** Epoch seconds of the end of the window. */
  nowSeconds: number;
  windowSeconds: number;
};

/** Adds one aspect to the graph: pure, a draft in, a new draft out; order and ids of nodes and edges stay. */
export type Decorator = {
  decorate(draft: GraphDraft, facts: DecoratorFacts): GraphDraft;
};
