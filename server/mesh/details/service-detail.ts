import type { ServiceDetail } from '#lib/contract/details.ts';
import type { GraphNode } from '#lib/contract/graph.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import {
  reportedService,
  type ServiceFacts,
  serviceEntryItem,
  serviceItem,
} from '#server/mesh/inventory/service-items.ts';
import { workloadMtls } from '#server/mesh/inventory/workload-mtls.ts';
import { commonDetail } from './common-detail.ts';
import type { DetailFacts } from './detail-facts.ts';
import { endpointsOf, entryEndpoints } from './endpoints-of.ts';
import { serviceRequirements } from './requirements/service-requirements.ts';

type Facts = DetailFacts<ServiceFacts>;

/** Everything about a Kubernetes Service that the cluster's objects say. */
export function serviceDetail(service: ObjectOf<'Service'>, facts: Facts): ServiceDetail {
  const { metadata, spec } = service;
  const { namespace = '', name } = metadata;
  const { objects, unread, list } = facts;
  const workloads = list.inventory.workloadsOf(service);
  const mtls = unread.includes('PeerAuthentication') ? undefined : workloadMtls(workloads, facts);
  return {
    ...serviceItem(service, list),
    ...commonDetail(metadata),
    nodeId: `service:${facts.cluster}/${namespace}/${name}`,
    ...(mtls === undefined ? {} : { mtls }),
    clusterIps: clusterIpsOf(service),
    selector: { ...spec.selector },
    endpointList: endpointsOf({ namespace, name }, { objects, inventory: list.inventory }),
    requirements: serviceRequirements(service, facts),
  };
}

/** Everything that a ServiceEntry says. */
export function serviceEntryDetail(entry: ObjectOf<'ServiceEntry'>, facts: Facts): ServiceDetail {
  const { metadata, spec, status } = entry;
  const given = (status?.addresses ?? []).flatMap(({ value }) => value ?? []);
  return {
    ...serviceEntryItem(entry, facts.list),
    ...commonDetail(metadata),
    nodeId: `serviceEntry:${facts.cluster}/${metadata.namespace}/${metadata.name}`,
    clusterIps: [...new Set([...(spec.addresses ?? []), ...given])],
    selector: { ...spec.workloadSelector?.labels },
    endpointList: entryEndpoints(entry, { objects: facts.objects, inventory: facts.list.inventory }),
    requirements: [],
  };
}

/** What telemetry alone knows of a service. */
export function reportedServiceDetail(node: GraphNode, { list }: Facts): ServiceDetail {
  return {
    ...reportedService(node, list),
    nodeId: node.id,
    annotations: {},
    clusterIps: [],
    selector: {},
    endpointList: [],
    requirements: [],
  };
}

/** A headless Service has none. */
function clusterIpsOf({ spec }: ObjectOf<'Service'>): string[] {
  const all = spec.clusterIPs ?? (spec.clusterIP === undefined ? [] : [spec.clusterIP]);
  return all.filter((ip) => ip !== 'None' && ip !== '');
}
