import type { Warning } from '#lib/contract/envelope.ts';
import type { InventoryQuery } from '#lib/contract/inventory.ts';
import type { ObjectKind } from '#lib/objects/kinds.ts';
import type { GraphFacts } from '#server/mesh/graph/facts/graph-facts.ts';
import type { GraphDraft } from '#server/mesh/graph/graph-draft.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { ResponseTimes } from './response-times.ts';
import type { PictureChoice } from './traffic-picture.ts';

/** What is known of the mesh for a list: its objects, and its traffic as graphs of them. */
export type MeshPicture = {
  objects: MeshObjects;
  /** False when the objects could not be read at all; `objectsError` then says why. */
  objectsKnown: boolean;
  objectsError: unknown;
  unread: readonly ObjectKind[];
  cluster: string;
  rootNamespace: string;
  facts: GraphFacts;
  namespaces: InventoryQuery['namespaces'];
  /** The traffic in the picture that is asked for; undefined when no requests could be read. */
  draw(choice: PictureChoice): GraphDraft | undefined;
  responseTimes: ResponseTimes;
  /** Throws `unknown_namespace` as the graph does. */
  refuseUnknownNamespaces(): void;
  warnings: Warning[];
};
