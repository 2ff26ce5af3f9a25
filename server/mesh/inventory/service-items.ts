import type { GraphNode } from '#lib/contract/graph.ts';
import type { Membership, ServiceItem } from '#lib/contract/inventory.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import { groupMembership } from './group-membership.ts';
import type { ListFacts } from './list-facts.ts';
import { entryPortOf, portOf } from './port-protocol.ts';
import { byName, isListed, onlyReported } from './workload-items.ts';

type Service = ObjectOf<'Service'>;
type ServiceEntry = ObjectOf<'ServiceEntry'>;
export type ServiceFacts = ListFacts & {
  services: readonly Service[];
  serviceEntries: readonly ServiceEntry[];
  /** Undefined where EndpointSlices could not be read. */
  endpointsOf(key: string): { ready: number; total: number } | undefined;
};

/** Every Service and ServiceEntry of the namespaces asked for, and what else telemetry names, by namespace and name. */
export function serviceItems(facts: ServiceFacts): ServiceItem[] {
  const services = facts.services.filter(({ metadata }) => facts.isAsked(metadata.namespace ?? ''));
  const entries = facts.serviceEntries.filter(({ metadata }) => facts.isAsked(metadata.namespace ?? ''));
  const ids = new Set([
    ...services.map(({ metadata }) => `service:${facts.cluster}/${metadata.namespace}/${metadata.name}`),
    ...entries.map(({ metadata }) => `serviceEntry:${facts.cluster}/${metadata.namespace}/${metadata.name}`),
  ]);
  const reported = facts.traffic.nodes.filter(
    ({ kind, id, namespace, name }) =>
      (kind === 'service' || kind === 'serviceEntry') &&
      !ids.has(id) &&
      name !== 'unknown' &&
      isListed(facts, namespace),
  );
  return [
    ...services.map((service) => serviceItem(service, facts)),
    ...entries.map((entry) => serviceEntryItem(entry, facts)),
    ...reported.map((node) => reportedService(node, facts)),
  ].sort(byName);
}

export function serviceItem(service: Service, facts: ServiceFacts): ServiceItem {
  const { metadata, spec } = service;
  const { namespace = '', name } = metadata;
  const workloads = facts.inventory.workloadsOf(service);
  const endpoints = spec.type === 'ExternalName' ? undefined : facts.endpointsOf(`${namespace}/${name}`);
  return {
    ...common({ kind: 'service', namespace, name, labels: metadata.labels, hosts: [] }, facts),
    inMesh: spec.type === 'ExternalName' ? external(spec.externalName) : groupMembership(workloads, facts),
    versions: [...new Set(workloads.map(({ version }) => version))].sort(),
    type: spec.clusterIP === 'None' ? 'Headless' : (spec.type ?? 'ClusterIP'),
    hosts: [`${name}.${namespace}.svc.cluster.local`],
    ports: spec.ports.map(portOf),
    ...(endpoints === undefined ? {} : { endpoints }),
    workloads: workloads.map((workload) => workload.name),
  };
}

export function serviceEntryItem({ metadata, spec }: ServiceEntry, facts: ServiceFacts): ServiceItem {
  const { namespace = '', name } = metadata;
  const isInternal = spec.location === 'MESH_INTERNAL';
  const text = isInternal
    ? 'Its ServiceEntry says that it is part of the mesh (MESH_INTERNAL); whether its endpoints run a proxy only they know.'
    : 'It is outside the mesh: its ServiceEntry is of location MESH_EXTERNAL.';
  const evidence = [
    {
      kind: 'object' as const,
      text: `ServiceEntry ${namespace}/${name}: spec.location is ${spec.location ?? 'not set, which means MESH_EXTERNAL'}`,
    },
  ];
  return {
    ...common({ kind: 'serviceEntry', namespace, name, labels: metadata.labels, hosts: spec.hosts }, facts),
    inMesh: { mode: isInternal ? 'unknown' : 'none', why: { text, evidence } },
    versions: [],
    type: 'ServiceEntry',
    hosts: [...spec.hosts],
    ports: (spec.ports ?? []).map(entryPortOf),
    workloads: [],
  };
}

/** A service that was called, but that no object stands for. */
export function reportedService(node: GraphNode, facts: ServiceFacts): ServiceItem {
  const { id, cluster, namespace = '', name, health, hosts = [] } = node;
  return {
    cluster,
    namespace,
    name,
    health,
    inMesh: { mode: 'unknown', why: onlyReported(node, facts) },
    labels: {},
    versions: [],
    figures: facts.traffic.figuresOf(id),
    objects: [],
    type: 'unknown',
    hosts,
    ports: [],
    workloads: [],
  };
}

type Named = {
  kind: 'service' | 'serviceEntry';
  namespace: string;
  name: string;
  labels: Readonly<Record<string, string>>;
  hosts: readonly string[];
};

function common({ kind, namespace, name, labels, hosts }: Named, facts: ServiceFacts) {
  const id = `${kind}:${facts.cluster}/${namespace}/${name}`;
  return {
    cluster: facts.cluster,
    namespace,
    name,
    health: facts.traffic.healthOf(id) ?? facts.traffic.without,
    labels: { ...labels },
    figures: facts.traffic.figuresOf(id),
    objects: facts.objectsOfService({
      kind: kind === 'service' ? 'Service' : 'ServiceEntry',
      namespace,
      name,
      hosts,
    }),
  };
}

function external(name: string | undefined): Membership {
  const text = `It is only another name for ${name ?? 'a host outside'} (ExternalName), which is not part of the mesh as far as Kubernetes knows.`;
  return { mode: 'none', why: { text, evidence: [] } };
}
