import type { GraphBox } from '#lib/contract/graph.ts';
import { inventoryOf } from '#server/mesh/inventory/inventory.ts';
import { namespaceMtls } from '#server/mesh/inventory/namespace-mtls.ts';
import type { Decorator } from '../decorator.ts';

/** Writes the mutual TLS mode in force on namespace boxes: one word for all ports, MIXED where some differ. */
export const boxMtls: Decorator = {
  decorate(draft, { objects, objectsKnown, unread = [], rootNamespace, cluster }) {
    if (!objectsKnown || unread.includes('PeerAuthentication')) return draft;
    const inventory = inventoryOf(objects, rootNamespace);
    const clusterOf = new Map(draft.nodes.map((node) => [node.id, node.cluster]));
    const decorateBox = (box: GraphBox): GraphBox => {
      if (box.kind !== 'namespace' || !isHome(box)) return box;
      const workloads = inventory.workloadsIn(box.name);
      // Where no workload has an inbound proxy there is nothing for a mode to be in force on.
      const hasProxies = workloads.some(
        ({ membership: { mode } }) => mode === 'sidecar' || mode === 'ambient',
      );
      if (!hasProxies) return box;
      return { ...box, mtls: namespaceMtls(box.name, { workloads, objects, rootNamespace }).mode };
    };
    /** Objects are of one cluster; a namespace of another may have the same name. */
    const isHome = (box: GraphBox): boolean => {
      const members = membersOf(box, draft.boxes);
      return members.every((id) => clusterOf.get(id) === cluster);
    };
    return { ...draft, boxes: draft.boxes.map(decorateBox) };
  },
};

function membersOf(box: GraphBox, boxes: readonly GraphBox[]): readonly string[] {
  return [
    ...box.members,
    ...boxes.filter(({ parent }) => parent === box.id).flatMap((inner) => membersOf(inner, boxes)),
  ];
}
