import type { GraphNode } from '#lib/contract/graph.ts';
import { type InventoryWorkload, inventoryOf } from '#server/mesh/inventory/inventory.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { Decorator } from '../decorator.ts';
import { matchesSelector } from '../facts/matches-selector.ts';
import { workloadsOfNode } from './node-subjects.ts';
import { type BadgeFact, withBadge } from './with-badge.ts';

const gatewayNameLabel = 'gateway.networking.k8s.io/gateway-name';

/** Marks gateways by the Gateway objects they serve, and waypoints; never by a name or by a label of one chart. */
export const gatewayBadges: Decorator = {
  decorate(draft, facts) {
    const inventory = inventoryOf(facts.objects, facts.rootNamespace);
    const decorateNode = (node: GraphNode): GraphNode => {
      const workloads = workloadsOfNode(node, { inventory, facts });
      const gateways = workloads.filter(({ membership }) => membership.mode === 'gateway');
      const waypoints = workloads.filter(({ membership }) => membership.mode === 'waypoint');
      const served = gateways.flatMap((workload) => servedBy(workload, facts.objects));
      return withBadge(withBadge(node, 'gateway', served), 'waypoint', waypoints.map(waypointFact));
    };
    return { ...draft, nodes: draft.nodes.map(decorateNode) };
  },
};

/** An empty selector would match every proxy of the mesh that is a gateway, which is what Istio makes of it, too. */
function servedBy({ namespace, labels }: InventoryWorkload, objects: MeshObjects): BadgeFact[] {
  const istio = objects.IstioGateway.filter(({ spec }) => matchesSelector(labels, spec.selector)).map(
    ({ metadata, spec }) => ({
      kind: 'IstioGateway',
      metadata,
      hosts: spec.servers.flatMap(({ hosts }) => hosts),
    }),
  );
  const kubernetes = objects.Gateway.filter(
    ({ metadata }) => metadata.namespace === namespace && metadata.name === labels[gatewayNameLabel],
  ).map(({ metadata, spec }) => ({
    kind: 'Gateway',
    metadata,
    hosts: spec.listeners.map(({ hostname = '*' }) => hostname),
  }));
  return [...istio, ...kubernetes].map(({ kind, metadata, hosts }) => {
    const where = metadata.namespace ?? '';
    return {
      text: `Serves Gateway ${where}/${metadata.name} for ${[...new Set(hosts)].join(', ')}`,
      object: { kind, namespace: where, name: metadata.name },
    };
  });
}

function waypointFact({ namespace, name, labels }: InventoryWorkload): BadgeFact {
  const gateway = labels[gatewayNameLabel] ?? name;
  return {
    text: `Waypoint proxy of Gateway ${namespace}/${gateway}`,
    object: { kind: 'Gateway', namespace, name: gateway },
  };
}
