import type { GraphNode } from '#lib/contract/graph.ts';
import { inventoryOf } from '#server/mesh/inventory/inventory.ts';
import type { Decorator } from '../decorator.ts';
import { servicesShownAt } from './drawn-services.ts';
import { workloadsOfNode } from './node-subjects.ts';
import { forCallers } from './routes/exported-to.ts';
import { meshRoutesOf } from './routes/mesh-routes.ts';
import type { RouteRule } from './routes/route-rule.ts';
import { ruleSentences } from './routes/rule-sentences.ts';
import { serviceEntryHosts } from './service-entry-hosts.ts';
import { withBadge } from './with-badge.ts';

type RouteBadgeId = keyof typeof ruleSentences;
const routeBadgeIds = Object.keys(ruleSentences) as RouteBadgeId[];

/**
 * Marks what VirtualServices, HTTPRoutes and GRPCRoutes do: at the service or ServiceEntry whose host they route, and
 * at the gateway that applies them.
 */
export const routeBadges: Decorator = {
  name: 'route-badges',
  decorate(draft, facts) {
    const inventory = inventoryOf(facts.objects, facts.rootNamespace);
    const servicesAt = servicesShownAt(draft, { inventory, facts });
    const routes = meshRoutesOf(facts.objects);

    const rulesAt = (node: GraphNode): { rule: RouteRule; callers: '*' | readonly string[] }[] => {
      const services = servicesAt(node);
      const externalHosts = serviceEntryHosts(node, facts.objects);
      const workloads = workloadsOfNode(node, { inventory, facts }).map(
        ({ namespace, name }) => `${namespace}/${name}`,
      );
      return routes.flatMap(({ services: routed, externalHosts: external, gatewayWorkloads, ...route }) => {
        const inMesh = overlap(routed, services) || overlap(external, externalHosts);
        const atGateway = overlap(gatewayWorkloads, workloads);
        return [
          ...(inMesh && route.callers.length > 0
            ? route.meshRules.map((rule) => ({ rule, callers: route.callers }))
            : []),
          ...(atGateway ? route.gatewayRules.map((rule) => ({ rule, callers: '*' as const })) : []),
        ];
      });
    };

    const decorateNode = (node: GraphNode): GraphNode => {
      const rules = rulesAt(node);
      return routeBadgeIds.reduce((decorated, id) => {
        const sentences = rules.flatMap(({ rule, callers }) => {
          const text = ruleSentences[id](rule);
          return text === undefined ? [] : [{ text: `${text}${forCallers(callers)}`, object: rule.object }];
        });
        return withBadge(decorated, id, sentences);
      }, node);
    };
    return { ...draft, nodes: draft.nodes.map(decorateNode) };
  },
};

function overlap(one: readonly string[], other: readonly string[]): boolean {
  return one.some((key) => other.includes(key));
}
