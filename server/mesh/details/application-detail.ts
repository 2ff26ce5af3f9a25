import type { ApplicationDetail } from '#lib/contract/details.ts';
import type { GraphNode } from '#lib/contract/graph.ts';
import { applicationItem, reportedApplication } from '#server/mesh/inventory/application-items.ts';
import type { InventoryWorkload } from '#server/mesh/inventory/inventory.ts';
import type { ListFacts } from '#server/mesh/inventory/list-facts.ts';
import { type ServiceFacts, serviceItem } from '#server/mesh/inventory/service-items.ts';
import { workloadItem } from '#server/mesh/inventory/workload-items.ts';
import { workloadMtls } from '#server/mesh/inventory/workload-mtls.ts';
import type { DetailFacts } from './detail-facts.ts';

/** Each kind of thing has figures in the picture that it is drawn in. */
type Facts = DetailFacts & { workloads: ListFacts; services: ServiceFacts };

/** An application with its workloads and the Services before them; `workloads` has at least one. */
export function applicationDetail(workloads: readonly InventoryWorkload[], facts: Facts): ApplicationDetail {
  const item = applicationItem(workloads, facts.list);
  const services = new Map(
    workloads
      .flatMap((workload) => facts.list.inventory.servicesOf(workload))
      .map((service) => [service.metadata.name, service]),
  );
  const mtls = facts.unread.includes('PeerAuthentication') ? undefined : workloadMtls(workloads, facts);
  const born = workloads.flatMap(({ metadata }) => metadata?.creationTimestamp ?? []).sort();
  return {
    ...item,
    nodeId: `application:${facts.cluster}/${item.namespace}/${item.name}`,
    annotations: {},
    ...(born[0] === undefined ? {} : { createdAt: born[0] }),
    ...(mtls === undefined ? {} : { mtls }),
    workloadList: workloads.map((workload) => workloadItem(workload, facts.workloads)),
    serviceList: [...services.values()].map((service) => serviceItem(service, facts.services)),
  };
}

/** What telemetry alone knows of an application. */
export function reportedApplicationDetail(node: GraphNode, { list }: DetailFacts): ApplicationDetail {
  return {
    ...reportedApplication(node, list),
    nodeId: node.id,
    annotations: {},
    workloadList: [],
    serviceList: [],
  };
}
