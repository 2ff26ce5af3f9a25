import type { GraphQuery } from '#lib/contract/graph-query.ts';
import type { GraphFacts } from '../facts/graph-facts.ts';
import type { Flow } from '../flows/flow.ts';
import { type NodeSeed, orUnknown } from './node-seed.ts';
import { partyNode } from './party-node.ts';
import type { RouteFolding } from './route-folding.ts';
import { serviceNode } from './service-node.ts';

type IdleOptions = {
  query: Pick<GraphQuery, 'namespaces' | 'type' | 'serviceNodes'>;
  facts: GraphFacts;
  folding: RouteFolding;
};

/**
 * Workloads and services of the cluster that no flow touches, within the namespaces asked for. A service is busy when it
 * is asked by any name it has: its own or that of a route's backend.
 */
export function idleNodes(flows: readonly Flow[], { query, facts, folding }: IdleOptions): NodeSeed[] {
  const busyWorkloads = new Set<string>();
  const busyServices = new Set<string>();
  // Flows share their ends, so each is looked at once.
  const parties = new Set(flows.map(({ source }) => source));
  for (const { destination } of flows) parties.add(destination);
  const isHere = (cluster: string) => cluster === facts.cluster || orUnknown(cluster) === 'unknown';
  for (const { cluster, namespace, workload } of parties)
    if (isHere(cluster)) busyWorkloads.add(`${namespace}/${workload}`);
  for (const { cluster, namespace, name } of new Set(flows.map(({ addressed }) => addressed))) {
    if (!isHere(cluster)) continue;
    const service = `${namespace}/${name}`;
    busyServices.add(service);
    const host = folding.hostOf(service);
    if (host !== undefined) busyServices.add(`${host.namespace}/${host.name}`);
  }
  const isAsked = (namespace: string) => query.namespaces === '*' || query.namespaces.includes(namespace);

  const idle = new Map<string, NodeSeed>();
  if (query.type !== 'service')
    for (const [key, { namespace, name, app, version }] of facts.workloads) {
      if (!isAsked(namespace) || busyWorkloads.has(key)) continue;
      const seed = partyNode(
        { cluster: facts.cluster, namespace, workload: name, app, version },
        { type: query.type, isWaypoint: facts.waypoints.has(key) },
      );
      idle.set(seed.id, seed);
    }
  if (query.type === 'service' || query.serviceNodes !== 'false')
    for (const key of facts.services) {
      const [namespace = '', name = ''] = key.split('/');
      if (!isAsked(namespace) || busyServices.has(key)) continue;
      const seed = serviceNode({ cluster: facts.cluster, namespace, name });
      idle.set(seed.id, seed);
    }
  return [...idle.values()];
}
