import type { EdgeProtocol, GraphNode } from '#lib/contract/graph.ts';
import { type InventoryWorkload, inventoryOf } from '#server/mesh/inventory/inventory.ts';
import type { DecoratorFacts } from '../../decorator.ts';
import type { GraphDraft } from '../../graph-draft.ts';
import { serviceKeyOf, workloadsOfNode } from '../node-subjects.ts';

type Called = { workload: InventoryWorkload; protocol: EdgeProtocol };

/** Workloads that a node calls, directly or through a service that is drawn, each once for every protocol. */
export function calledWorkloads(node: GraphNode, draft: GraphDraft, facts: DecoratorFacts): Called[] {
  const inventory = inventoryOf(facts.objects, facts.rootNamespace);
  const nodes = new Map(draft.nodes.map((target) => [target.id, target]));
  const called = new Map<string, Called>();
  for (const { source, target: id, protocol, isIdle } of draft.edges) {
    const target = nodes.get(id);
    if (source !== node.id || isIdle === true || target === undefined) continue;
    const [namespace = '', name = ''] = (serviceKeyOf(target) ?? '').split('/');
    const service = inventory.service(namespace, name);
    const workloads =
      service === undefined ? workloadsOfNode(target, { inventory, facts }) : inventory.workloadsOf(service);
    for (const workload of workloads)
      called.set(`${workload.namespace}/${workload.name}/${protocol}`, { workload, protocol });
  }
  return [...called].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, entry]) => entry);
}
