import type { ObjectKind } from '#lib/objects/kinds.ts';
import type { ListFacts } from '#server/mesh/inventory/list-facts.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { ProxySync } from '#server/mesh/proxies/sync-states.ts';

/** What a details page is made of. */
export type DetailFacts<List extends ListFacts = ListFacts> = {
  objects: MeshObjects;
  unread: readonly ObjectKind[];
  cluster: string;
  rootNamespace: string;
  list: List;
  /** By `<pod>.<namespace>`; undefined where istiod was not asked or did not answer. */
  syncs: ReadonlyMap<string, ProxySync> | undefined;
};
