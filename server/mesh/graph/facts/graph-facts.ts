import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { serviceKeysOf } from '#server/mesh/service-keys.ts';
import { type RouteFact, routeFactsOf } from '../route-facts.ts';
import { type GatewayServices, gatewayServicesOf } from './gateway-services.ts';
import { type ServiceEntryIndex, serviceEntryIndexOf } from './service-entry-index.ts';
import { waypointsOf } from './waypoints-of.ts';
import { type WorkloadFact, workloadFactsOf } from './workload-facts.ts';

/**
 * What the builder knows of the objects. Keys are `<namespace>/<name>`, of the home cluster; where further clusters are
 * known, what looks a name up finds theirs as well.
 */
export type GraphFacts = {
  /** False when the objects could not be read: nothing can then be said to be absent. */
  objectsKnown: boolean;
  cluster: string;
  gateways: GatewayServices;
  serviceEntries: ServiceEntryIndex;
  routes: readonly RouteFact[];
  waypoints: ReadonlySet<string>;
  services: ReadonlySet<string>;
  workloads: ReadonlyMap<string, WorkloadFact>;
  /** Names of the namespaces; empty when they could not be read. */
  namespaces: ReadonlySet<string>;
  /** Epoch seconds of creation, by namespace. */
  namespaceCreatedSeconds: ReadonlyMap<string, number>;
  /** The facts of each cluster by itself, home's first; absent where there is one. */
  clusters?: readonly GraphFacts[];
};

/** Reads the objects once for a builder; the result depends on nothing else and may be kept with them. */
export function graphFactsOf(options: {
  objects: MeshObjects;
  objectsKnown: boolean;
  cluster: string;
  /** False where traffic is older than the namespaces say they are: in the demo, whose counters are modelled. */
  createdTimesHold: boolean;
}): GraphFacts {
  const { objects } = options;
  return {
    objectsKnown: options.objectsKnown,
    cluster: options.cluster,
    gateways: gatewayServicesOf(objects),
    serviceEntries: serviceEntryIndexOf(objects),
    routes: routeFactsOf(objects),
    waypoints: waypointsOf(objects),
    services: serviceKeysOf(objects),
    workloads: workloadFactsOf(objects),
    namespaces: new Set(objects.Namespace.map(({ metadata }) => metadata.name)),
    namespaceCreatedSeconds: new Map(
      (options.createdTimesHold ? objects.Namespace : []).flatMap(({ metadata }) => {
        const milliseconds = Date.parse(metadata.creationTimestamp ?? '');
        return Number.isNaN(milliseconds) ? [] : [[metadata.name, milliseconds / 1000] as const];
      }),
    ),
  };
}
