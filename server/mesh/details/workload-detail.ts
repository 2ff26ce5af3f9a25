import type { WorkloadDetail } from '#lib/contract/details.ts';
import type { GraphNode } from '#lib/contract/graph.ts';
import type { InventoryWorkload } from '#server/mesh/inventory/inventory.ts';
import type { Machine } from '#server/mesh/inventory/machines.ts';
import { isInMesh } from '#server/mesh/inventory/mesh-membership.ts';
import { trustDomain } from '#server/mesh/inventory/trust-domain.ts';
import { machineItem, reportedWorkload, workloadItem } from '#server/mesh/inventory/workload-items.ts';
import { workloadMtls } from '#server/mesh/inventory/workload-mtls.ts';
import { commonDetail } from './common-detail.ts';
import type { DetailFacts } from './detail-facts.ts';
import { podOf } from './pod-of.ts';
import { workloadRequirements } from './requirements/workload-requirements.ts';

/** Everything about a workload that stands in the cluster's objects. */
export function workloadDetail(workload: InventoryWorkload, facts: DetailFacts): WorkloadDetail {
  const { namespace, name, annotations, pods, metadata } = workload;
  const { rootNamespace, unread, syncs, list } = facts;
  const mtls = unread.includes('PeerAuthentication') ? undefined : workloadMtls([workload], facts);
  const serviceAccount = pods[0]?.spec.serviceAccountName ?? workload.serviceAccount ?? 'default';
  const principal = principalOf(workload, serviceAccount, facts);
  const { annotations: own, createdAt } = commonDetail(metadata);
  return {
    ...workloadItem(workload, list),
    nodeId: `workload:${facts.cluster}/${namespace}/${name}`,
    annotations: { ...annotations, ...own },
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(mtls === undefined ? {} : { mtls }),
    serviceAccount,
    ...(principal === undefined ? {} : { principal }),
    podList: pods
      .map((pod) => podOf(pod, { workload, namespace: list.namespaceOf(namespace), rootNamespace, syncs }))
      .sort((one, other) => (one.name < other.name ? -1 : 1)),
    requirements: workloadRequirements(workload, facts),
  };
}

/** A workload outside Kubernetes has no pods, and Istio asks other things of it. */
export function machineDetail(machine: Machine, facts: DetailFacts): WorkloadDetail {
  const { namespace, name, serviceAccount, metadata } = machine;
  return {
    ...machineItem(machine, facts.list),
    ...commonDetail(metadata),
    nodeId: `workload:${facts.cluster}/${namespace}/${name}`,
    ...(serviceAccount === undefined ? {} : { serviceAccount }),
    podList: [],
    requirements: [],
  };
}

/** What telemetry alone knows of a workload. */
export function reportedWorkloadDetail(node: GraphNode, { list }: DetailFacts): WorkloadDetail {
  return {
    ...reportedWorkload(node, list),
    nodeId: node.id,
    annotations: {},
    podList: [],
    requirements: [],
  };
}

/** The name in the certificate that istiod signs for it. */
function principalOf(
  workload: InventoryWorkload,
  serviceAccount: string,
  { objects, rootNamespace }: DetailFacts,
): string | undefined {
  if (isInMesh(workload.membership) !== true) return undefined;
  const domain = trustDomain(objects, { rootNamespace, revision: workload.annotations['istio.io/rev'] });
  return domain === undefined
    ? undefined
    : `spiffe://${domain}/ns/${workload.namespace}/sa/${serviceAccount}`;
}
