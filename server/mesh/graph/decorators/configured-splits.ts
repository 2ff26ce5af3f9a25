import type { GraphEdge, GraphNode } from '#lib/contract/graph.ts';
import { splitsOf } from '#server/mesh/canary/configured/splits-of.ts';
import { inventoryOf } from '#server/mesh/inventory/inventory.ts';
import { type Decorator, isOwn } from '../decorator.ts';
import { serviceKeyOf, workloadsOfNode } from './node-subjects.ts';
import { compareSplit } from './splits/compare-split.ts';
import { splitsByTarget } from './splits/splits-by-target.ts';

/** Says of each edge into a backend of a route what the route's weights send over it. */
export const configuredSplits: Decorator = {
  decorate(draft, facts) {
    const routed = draft.edges.filter(({ split, route }) => split !== undefined && route !== undefined);
    if (routed.length === 0) return draft;
    const inventory = inventoryOf(facts.objects, facts.rootNamespace);
    const leadingTo = splitsByTarget(splitsOf(facts.objects, facts.rootNamespace));
    const nodes = new Map(draft.nodes.map((node) => [node.id, node]));
    const across = new Set(
      routed.filter(({ target }) => nodes.get(target)?.cluster !== facts.cluster).map(groupKey),
    );
    const isGateway = (key: string) => {
      const [namespace = '', name = ''] = key.split('/');
      return inventory.workload(namespace, name)?.membership.mode === 'gateway';
    };
    const workloadKeys = (node: GraphNode) =>
      workloadsOfNode(node, { inventory, facts }).map(({ namespace, name }) => `${namespace}/${name}`);

    const decorateEdge = (edge: GraphEdge): GraphEdge => {
      const { split, route } = edge;
      const [source, target] = [nodes.get(edge.source), nodes.get(edge.target)];
      if (split === undefined || route === undefined || source === undefined || target === undefined)
        return edge;
      // The caller's proxy has its routes from the caller's cluster.
      if (!isOwn(source, facts)) return edge;
      const callers = sumsOverCallers(source) ? undefined : workloadKeys(source);
      const found = compareSplit({
        route,
        protocol: edge.protocol,
        callers: { workloads: callers, service: serviceKeyOf(source), isGateway },
        leading: leadingTo({ service: serviceKeyOf(target), workloads: workloadKeys(target) }),
        isAcrossClusters: across.has(groupKey(edge)),
      });
      const { configuredShare, notCompared = split.notCompared, pins, canaries } = found;
      return {
        ...edge,
        split: {
          ...split,
          ...(split.notCompared === undefined && configuredShare !== undefined ? { configuredShare } : {}),
          ...(notCompared === undefined ? {} : { notCompared }),
          ...(pins === undefined ? {} : { pins }),
          ...(callers === undefined ? {} : { callers }),
          canaries,
        },
      };
    };
    return { ...draft, edges: draft.edges.map(decorateEdge) };
  },
};

function sumsOverCallers({ kind }: GraphNode): boolean {
  return kind === 'service' || kind === 'operation';
}

/** Edges whose shares add up to one. */
function groupKey({ source, protocol, route }: GraphEdge): string {
  return `${source}|${protocol}|${route?.kind}/${route?.namespace}/${route?.name}`;
}
