import type { NodeKind } from '#lib/contract/graph.ts';
import { restrictedName } from '#lib/restricted-name.ts';
import type { GraphFacts } from '../facts/graph-facts.ts';
import type { Flow } from '../flows/flow.ts';
import type { QualityTally } from '../rows/quality-tally.ts';
import { type NodeSeed, orUnknown } from './node-seed.ts';
import { restrictedNode } from './restricted-node.ts';
import type { RouteFolding } from './route-folding.ts';

const ownNodeKinds: ReadonlyMap<string, NodeKind> = new Map([
  ['PassthroughCluster', 'passthrough'],
  ['BlackHoleCluster', 'blackHole'],
]);

/** Istio's own destinations: no service stands behind these names. */
export function ownNode({ addressed, source }: Flow): NodeSeed | undefined {
  const kind = ownNodeKinds.get(addressed.name);
  if (kind === undefined) return undefined;
  const cluster = orUnknown(addressed.cluster === '' ? source.cluster : addressed.cluster);
  return { id: `${kind}:${cluster}`, kind, cluster, name: addressed.name };
}

/** The node of a service by cluster, namespace and name. */
export function serviceNode(service: { cluster: string; namespace: string; name: string }): NodeSeed {
  const cluster = orUnknown(service.cluster);
  const namespace = orUnknown(service.namespace);
  const name = orUnknown(service.name);
  return {
    id: `service:${cluster}/${namespace}/${name}`,
    kind: 'service',
    cluster,
    namespace,
    name,
    service: name,
  };
}

type AddressOptions = { facts: GraphFacts; folding: RouteFolding; quality: QualityTally };

/** The service that a flow addresses: folded into its route's host or its ServiceEntry where there is one. */
export function addressedNode(flow: Flow, { facts, folding, quality }: AddressOptions): NodeSeed {
  const { addressed, source, destination } = flow;
  const cluster = addressed.cluster === '' ? source.cluster : addressed.cluster;
  if (addressed.namespace === restrictedName) return restrictedNode(cluster);
  const key = `${addressed.namespace}/${addressed.name}`;
  if (!facts.services.has(key) && addressed.name !== '') {
    const found = facts.serviceEntries.entryFor(addressed, source.namespace);
    if (found?.isAmbiguous) quality.note('service_entries_overlap', addressed.host);
    if (found !== undefined) return serviceEntryNode(cluster, found.entry);
  }
  const routed = folding.hostOf(key);
  if (routed !== undefined) return serviceNode({ cluster, ...routed });
  const namespace = addressed.namespace === '' ? destination.namespace : addressed.namespace;
  return serviceNode({ cluster: addressed.cluster, namespace, name: addressed.name });
}

function serviceEntryNode(cluster: string, entry: { namespace: string; name: string }): NodeSeed {
  const where = orUnknown(cluster);
  return {
    id: `serviceEntry:${where}/${entry.namespace}/${entry.name}`,
    kind: 'serviceEntry',
    cluster: where,
    namespace: entry.namespace,
    name: entry.name,
    service: entry.name,
  };
}
