import { inventoryOf } from '#server/mesh/inventory/inventory.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { routeFolding } from '../build/route-folding.ts';
import type { GraphFacts } from '../facts/graph-facts.ts';

type Key = { namespace: string; name: string };

/** What objects say stands behind a node, so that its series can be found. */
export type BehindNode = {
  /** The Services drawn as one routed host, itself among them. */
  servicesOf(host: Key): readonly Key[];
  /** Workloads that a service selects. */
  workloadsOf(service: Key): readonly Key[];
  /** Services by which a workload, or one of an application's, may be called; those of one routed host together. */
  servicesBefore(workload: {
    namespace: string;
    name?: string | undefined;
    app?: string | undefined;
  }): readonly Key[];
  /** Hosts of a ServiceEntry, wildcards as they are written there. */
  hostsOf(entry: Key): readonly string[];
  /** ServiceEntries of a namespace. */
  entriesIn(namespace: string): readonly Key[];
  /** Services in front of a gateway, by the gateway's workload. */
  gatewayServicesOf(workload: Key): readonly Key[];
};

/** Without objects every service stands for itself alone. */
export function behindNode(
  { objects, rootNamespace }: { objects: MeshObjects; rootNamespace: string },
  facts: GraphFacts,
): BehindNode {
  const inventory = inventoryOf(objects, rootNamespace);
  const folding = routeFolding(facts.routes, true);
  const backends = facts.routes.flatMap((route) => route.backends.map(({ service }) => service));
  const servicesOf = (host: Key): readonly Key[] => [
    host,
    ...backends.flatMap((service) => {
      const routed = folding.hostOf(service);
      if (routed?.namespace !== host.namespace || routed.name !== host.name) return [];
      const [namespace = '', name = ''] = service.split('/');
      return [{ namespace, name }];
    }),
  ];
  return {
    servicesOf,
    servicesBefore({ namespace, name, app }) {
      const found = name === undefined ? undefined : inventory.workload(namespace, name);
      const ofApp = app === undefined ? [] : inventory.application({ namespace, app });
      return [...(found === undefined ? [] : [found]), ...ofApp]
        .flatMap((workload) => inventory.servicesOf(workload))
        .flatMap(({ metadata }) => {
          const service = { namespace: metadata.namespace ?? '', name: metadata.name };
          return servicesOf(folding.hostOf(`${service.namespace}/${service.name}`) ?? service);
        });
    },
    workloadsOf({ namespace, name }) {
      const service = inventory.service(namespace, name);
      return service === undefined ? [] : inventory.workloadsOf(service);
    },
    hostsOf: ({ namespace, name }) =>
      objects.ServiceEntry.find(({ metadata }) => metadata.name === name && metadata.namespace === namespace)
        ?.spec.hosts ?? [],
    entriesIn: (namespace) =>
      objects.ServiceEntry.filter(({ metadata }) => metadata.namespace === namespace).map(({ metadata }) => ({
        namespace,
        name: metadata.name,
      })),
    gatewayServicesOf: (workload) =>
      [...facts.services].flatMap((service) => {
        const [namespace = '', name = ''] = service.split('/');
        if (namespace !== workload.namespace) return [];
        const host = `${name}.${namespace}.svc.cluster.local`;
        const found = facts.gateways.workloadOf({ cluster: '', namespace: '', name: host, host });
        return found?.workload === workload.name ? [{ namespace, name }] : [];
      }),
  };
}
