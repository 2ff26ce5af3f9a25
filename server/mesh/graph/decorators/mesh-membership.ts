import type { GraphNode } from '#lib/contract/graph.ts';
import { type Inventory, type InventoryWorkload, inventoryOf } from '#server/mesh/inventory/inventory.ts';
import { isInMesh } from '#server/mesh/inventory/mesh-membership.ts';
import { sharedLabels } from '#server/mesh/inventory/shared-labels.ts';
import type { Decorator, DecoratorFacts } from '../decorator.ts';
import { serviceKeyOf, workloadsOfNode } from './node-subjects.ts';
import { withBadge } from './with-badge.ts';

/** Says of each node whether it is part of the mesh, why not, how many pods it has, and its labels for the search. */
export const meshMembership: Decorator = {
  decorate(draft, facts) {
    const inventory = inventoryOf(facts.objects, facts.rootNamespace);
    return { ...draft, nodes: draft.nodes.map((node) => decorateNode(node, { inventory, facts })) };
  },
};

function decorateNode(node: GraphNode, context: { inventory: Inventory; facts: DecoratorFacts }): GraphNode {
  const service = serviceKeyOf(node);
  if (service !== undefined) {
    if (node.cluster !== context.facts.cluster) return node;
    const [namespace = '', name = ''] = service.split('/');
    const labels = context.inventory.service(namespace, name)?.metadata.labels ?? {};
    return { ...node, labels: { ...labels, ...node.labels } };
  }
  const workloads = workloadsOfNode(node, context);
  if (workloads.length === 0) return node;
  const inMesh = inMeshOf(workloads);
  const counted = { ...node, podCount: workloads.reduce((count, { pods }) => count + pods.length, 0) };
  const labelled = { ...counted, labels: { ...sharedLabels(workloads), ...node.labels } };
  const missing = workloads.flatMap((workload) => missingSidecar(workload));
  return withBadge(inMesh === undefined ? labelled : { ...labelled, inMesh }, 'missingSidecar', missing);
}

/** One workload outside the mesh puts the whole application in doubt; those of which nothing is known do not. */
function inMeshOf(workloads: readonly InventoryWorkload[]): boolean | undefined {
  const known = workloads
    .map(({ membership }) => isInMesh(membership))
    .filter((inMesh) => inMesh !== undefined);
  return known.length === 0 ? undefined : known.every((inMesh) => inMesh);
}

function missingSidecar({ kind, namespace, name, pods, membership }: InventoryWorkload) {
  if (membership.mode !== 'none') return [];
  const { withoutSidecar, reason } = membership;
  const who = withoutSidecar === pods.length ? name : `${withoutSidecar} of ${pods.length} pods of ${name}`;
  return [
    {
      text: `${who} ${withoutSidecar > 1 && withoutSidecar < pods.length ? 'have' : 'has'} no sidecar: ${reason}`,
      object: { kind, namespace, name },
    },
  ];
}
