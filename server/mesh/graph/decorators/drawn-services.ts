import type { GraphNode } from '#lib/contract/graph.ts';
import type { Inventory } from '#server/mesh/inventory/inventory.ts';
import type { DecoratorFacts } from '../decorator.ts';
import type { GraphDraft } from '../graph-draft.ts';
import { serviceKeyOf, workloadsOfNode } from './node-subjects.ts';

/**
 * Services (`<namespace>/<name>`) whose configuration is shown at a node: a service node's own; at a workload or an
 * application those in front of it that have no node of their own in the picture.
 */
export function servicesShownAt(
  draft: GraphDraft,
  { inventory, facts }: { inventory: Inventory; facts: DecoratorFacts },
): (node: GraphNode) => readonly string[] {
  const drawn = new Set(draft.nodes.flatMap((node) => serviceKeyOf(node) ?? []));
  const leadingTo = servicesLeadingTo({ inventory, facts });
  return (node) =>
    serviceKeyOf(node) === undefined ? leadingTo(node).filter((key) => !drawn.has(key)) : leadingTo(node);
}

/** Services by which a node can be asked, whether they are drawn or not: its own, or those in front of its workloads. */
export function servicesLeadingTo({
  inventory,
  facts,
}: {
  inventory: Inventory;
  facts: DecoratorFacts;
}): (node: GraphNode) => readonly string[] {
  return (node) => {
    if (node.cluster !== facts.cluster) return [];
    const own = serviceKeyOf(node);
    if (own !== undefined) return [own];
    const behind = workloadsOfNode(node, { inventory, facts }).flatMap((workload) =>
      inventory.servicesOf(workload),
    );
    return [...new Set(behind.map(({ metadata }) => `${metadata.namespace ?? ''}/${metadata.name}`))];
  };
}
