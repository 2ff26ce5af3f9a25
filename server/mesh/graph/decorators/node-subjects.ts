import type { GraphNode } from '#lib/contract/graph.ts';
import type { Inventory, InventoryWorkload } from '#server/mesh/inventory/inventory.ts';
import type { DecoratorFacts } from '../decorator.ts';

/** Workloads that a node stands for: one, all of an application, or none where the objects do not have it. */
export function workloadsOfNode(
  { kind, cluster, namespace, name, app, workload }: GraphNode,
  { inventory, facts }: { inventory: Inventory; facts: DecoratorFacts },
): readonly InventoryWorkload[] {
  if (namespace === undefined || cluster !== facts.cluster) return [];
  if (kind !== 'workload' && kind !== 'application') return [];
  const named = workload ?? (kind === 'workload' ? name : undefined);
  if (named !== undefined) return [inventory.workload(namespace, named) ?? []].flat();
  return inventory.application({ namespace, app: app ?? name });
}

/** `<namespace>/<name>` of the service that a service node stands for. */
export function serviceKeyOf({ kind, namespace, name, service }: GraphNode): string | undefined {
  return kind === 'service' ? `${namespace ?? ''}/${service ?? name}` : undefined;
}
