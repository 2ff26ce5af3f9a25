import type { GraphNode } from '#lib/contract/graph.ts';
import type { Health } from '#lib/contract/health.ts';
import type { NamespaceItem } from '#lib/contract/namespaces.ts';
import type { ObjectKind, ObjectOf } from '#lib/objects/kinds.ts';
import type { GraphDraft } from '#server/mesh/graph/graph-draft.ts';
import { judgeAvailability, withoutTraffic } from '#server/mesh/health/judge-availability.ts';
import { mergeHealth } from '#server/mesh/health/merge-health.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { type Inventory, type InventoryWorkload, inventoryOf } from './inventory.ts';
import { isInMesh } from './mesh-membership.ts';
import { namespaceMode } from './namespace-injection.ts';
import { namespaceMtls } from './namespace-mtls.ts';
import { namespaceTraffic } from './namespace-traffic.ts';
import { namespacesOf } from './namespaces-of.ts';
import { worstFirst } from './worst-first.ts';
import { worstOf } from './worst-of.ts';

export type NamespaceFacts = {
  objects: MeshObjects;
  cluster: string;
  rootNamespace: string;
  /** Kinds that could not be read: of these an empty list says nothing. */
  unread?: readonly ObjectKind[];
  /** Undefined when no requests could be read: then objects alone decide. */
  picture: GraphDraft | undefined;
};

const kubernetesOwn: ReadonlySet<string> = new Set(['kube-system', 'kube-public', 'kube-node-lease']);

/** Every namespace of the cluster with its part in the mesh, its traffic and its health, by name. */
export function namespaceItems(facts: NamespaceFacts): NamespaceItem[] {
  const { objects, rootNamespace, picture, cluster } = facts;
  const inventory = inventoryOf(objects, rootNamespace);
  const home = (picture?.nodes ?? []).filter((node) => node.cluster === cluster);
  const nodes = worstFirst(home, picture?.edges ?? []);
  const nodesByNamespace = Map.groupBy(nodes, ({ namespace }) => namespace);
  const traffic = picture === undefined ? undefined : namespaceTraffic(picture);
  return namespacesOf(objects, inventory)
    .map((namespace): NamespaceItem => {
      const { name } = namespace.metadata;
      const workloads = inventory.workloadsIn(name);
      const healthOf = workloadHealth(picture === undefined ? undefined : (nodesByNamespace.get(name) ?? []));
      return {
        ...membershipFields(namespace, { inventory, facts }),
        health: worstOf([
          ...(nodesByNamespace.get(name) ?? []).map((node) => node.health),
          ...workloads.map(healthOf),
        ]),
        workloads: countByHealth(workloads, healthOf),
        ...(traffic === undefined ? {} : (traffic.get(name) ?? { requestsPerSecond: 0 })),
      };
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

type Context = { inventory: Inventory; facts: NamespaceFacts };

function membershipFields(
  namespace: ObjectOf<'Namespace'>,
  { inventory, facts: { objects, rootNamespace, unread = [] } }: Context,
) {
  const { name, labels } = namespace.metadata;
  const workloads = inventory.workloadsIn(name);
  const has = (mode: string) => workloads.some(({ membership }) => membership.mode === mode);
  const asked = namespaceMode(namespace);
  // Single pods may join without their namespace's word.
  const inMesh =
    asked === 'none' && has('sidecar') ? 'sidecar' : asked === 'none' && has('ambient') ? 'ambient' : asked;
  const revision = labels['istio.io/rev'] ?? revisionOf(workloads);
  const knowsMtls = inMesh !== 'none' && !unread.includes('PeerAuthentication');
  return {
    name,
    inMesh,
    isSystem: name === rootNamespace || kubernetesOwn.has(name),
    ...(revision === undefined ? {} : { revision }),
    ...(knowsMtls ? { mtls: namespaceMtls(name, { workloads, objects, rootNamespace }) } : {}),
  } as const;
}

/** The injector writes its revision on every pod that it changes. */
function revisionOf(workloads: readonly InventoryWorkload[]): string | undefined {
  return workloads.find(({ membership }) => membership.mode === 'sidecar')?.annotations['istio.io/rev'];
}

/** Health of a workload from the picture; of one that is not in it, from its pods; without a picture, only their faults. */
function workloadHealth(nodes: readonly GraphNode[] | undefined): (workload: InventoryWorkload) => Health {
  const byName = new Map(
    (nodes ?? []).filter(({ kind }) => kind === 'workload').map((node) => [node.name, node.health]),
  );
  return ({ kind, namespace, name, desired, available }) => {
    const ofPods = judgeAvailability({ subject: `${kind} ${namespace}/${name}`, desired, available });
    return byName.get(name) ?? (nodes === undefined ? withoutTraffic(ofPods) : ofPods);
  };
}

function countByHealth(
  workloads: readonly InventoryWorkload[],
  healthOf: (workload: InventoryWorkload) => Health,
): NamespaceItem['workloads'] {
  const counts = {
    total: workloads.length,
    healthy: 0,
    degraded: 0,
    failing: 0,
    idle: 0,
    unknown: 0,
    outOfMesh: 0,
  };
  for (const workload of workloads) {
    if (isInMesh(workload.membership) === false) counts.outOfMesh += 1;
    else counts[mergeHealth([healthOf(workload)]).status] += 1;
  }
  return counts;
}
