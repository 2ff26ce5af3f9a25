import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { AppliedObject } from '#server/mesh/applies/applied-object.ts';
import {
  objectsThatApplyToService,
  objectsThatApplyToWorkload,
} from '#server/mesh/applies/objects-that-apply.ts';
import { orUnknown } from '#server/mesh/graph/build/node-seed.ts';
import { routeFolding } from '#server/mesh/graph/build/route-folding.ts';
import { endpointCounts } from '#server/mesh/routing/endpoint-counts.ts';
import { trafficPictures } from '#server/mesh/traffic/traffic-picture.ts';
import { inventoryOf } from './inventory.ts';
import type { ListFacts } from './list-facts.ts';
import { machinesOf } from './machines.ts';
import type { MeshPicture } from './mesh-picture.ts';
import type { ServiceFacts } from './service-items.ts';
import { joinTraffic, type TrafficIndex, trafficIndex } from './traffic-index.ts';

type Labels = Readonly<Record<string, string>>;

/** Workloads meet workloads in the picture that their list is read from. */
export function workloadFacts(picture: MeshPicture): ListFacts {
  const p95Ms = picture.responseTimes.p95By((labels) =>
    idOf('workload', labels.destination_workload_namespace, labels.destination_workload, labels),
  );
  return listFacts(picture, trafficIndex(picture.draw(trafficPictures.workload), p95Ms));
}

export function applicationFacts(picture: MeshPicture): ListFacts {
  const inventory = inventoryOf(picture.objects, picture.rootNamespace);
  const p95Ms = picture.responseTimes.p95By((labels) => {
    const { destination_workload_namespace: namespace = '', destination_workload: name = '' } = labels;
    return idOf('application', namespace, inventory.workload(namespace, name)?.app, labels);
  });
  return listFacts(picture, trafficIndex(picture.draw(trafficPictures.application), p95Ms));
}

/** A Service that stands behind a route's host has a node of its own only where routes are not folded. */
export function serviceFacts(picture: MeshPicture): ServiceFacts {
  const { objects, unread, facts } = picture;
  const folding = routeFolding(facts.routes, true);
  const isFolded = [...facts.services].some((key) => folding.hostOf(key) !== undefined);
  const folded = indexOf(picture, { fold: true });
  const traffic = isFolded ? joinTraffic(folded, indexOf(picture, { fold: false })) : folded;
  const areEndpointsKnown = picture.objectsKnown && !unread.includes('EndpointSlice');
  return {
    ...listFacts(picture, traffic),
    services: objects.Service,
    serviceEntries: objects.ServiceEntry,
    endpointsOf: (key) => (areEndpointsKnown ? endpointCounts(objects, key) : undefined),
  };
}

function indexOf(picture: MeshPicture, { fold }: { fold: boolean }): TrafficIndex {
  const { facts, responseTimes } = picture;
  const folding = routeFolding(facts.routes, fold);
  const p95Ms = responseTimes.p95By((labels) => {
    const { destination_service_namespace: namespace = '', destination_service_name: name = '' } = labels;
    const key = `${namespace}/${name}`;
    if (!facts.services.has(key)) {
      const found = facts.serviceEntries.entryFor(
        { cluster: labels.destination_cluster ?? '', namespace, name, host: name },
        labels.source_workload_namespace ?? '',
      );
      if (found !== undefined)
        return `serviceEntry:${picture.cluster}/${found.entry.namespace}/${found.entry.name}`;
    }
    const host = folding.hostOf(key) ?? { namespace, name };
    return idOf('service', host.namespace, host.name, labels);
  });
  return trafficIndex(picture.draw({ ...trafficPictures.service, foldRoutes: fold }), p95Ms);
}

function idOf(kind: string, namespace: string | undefined, name: string | undefined, labels: Labels) {
  if (name === undefined || name === '' || name === 'unknown') return undefined;
  return `${kind}:${orUnknown(labels.destination_cluster ?? '')}/${orUnknown(namespace ?? '')}/${name}`;
}

function listFacts(picture: MeshPicture, traffic: TrafficIndex): ListFacts {
  const { objects, rootNamespace, namespaces, cluster, objectsKnown } = picture;
  const byName = new Map(objects.Namespace.map((namespace) => [namespace.metadata.name, namespace]));
  const inventory = inventoryOf(objects, rootNamespace);
  return {
    cluster,
    inventory,
    machines: machinesOf(objects),
    objectsKnown,
    traffic,
    isAsked: (namespace) => namespaces === '*' || namespaces.includes(namespace),
    namespaceOf: (name) => byName.get(name),
    objectsOfWorkload: (subject) => {
      const services = inventory.servicesOf(subject).map(({ metadata }) => metadata.name);
      return narrow(objectsThatApplyToWorkload({ ...subject, services }, { objects, rootNamespace }));
    },
    objectsOfService: (subject) => narrow(objectsThatApplyToService(subject, { objects, rootNamespace })),
  };
}

/** What holds for the whole mesh would stand on every line alike. */
function narrow(applied: readonly AppliedObject[]): ObjectReference[] {
  return applied.filter(({ scope }) => scope !== 'mesh').map(({ object }) => object);
}
