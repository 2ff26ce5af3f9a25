import { badgeIds, type GraphNode } from '#lib/contract/graph.ts';
import { inventoryOf } from '#server/mesh/inventory/inventory.ts';
import type { Decorator } from '../decorator.ts';
import { servicesShownAt } from './drawn-services.ts';
import { workloadsOfNode } from './node-subjects.ts';
import { forCallers } from './routes/exported-to.ts';
import { meshRoutesOf } from './routes/mesh-routes.ts';
import type { MeshRoute, RouteRule } from './routes/route-rule.ts';
import { ruleSentences } from './routes/rule-sentences.ts';
import { serviceEntryHosts } from './service-entry-hosts.ts';
import { withBadge } from './with-badge.ts';

type RouteBadgeId = keyof typeof ruleSentences;
const routeBadgeIds = badgeIds.filter((id): id is RouteBadgeId => id in ruleSentences);

/**
 * Marks what VirtualServices, HTTPRoutes and GRPCRoutes do: at the service or ServiceEntry whose host they route, and
 * at the gateway that applies them.
 */
export const routeBadges: Decorator = {
  decorate(draft, facts) {
    const inventory = inventoryOf(facts.objects, facts.rootNamespace);
    const servicesAt = servicesShownAt(draft, { inventory, facts });
    const routes = meshRoutesOf(facts.objects);
    const byService = indexed(routes, ({ services }) => services);
    const byExternalHost = indexed(routes, ({ externalHosts }) => externalHosts);
    const byGateway = indexed(routes, ({ gatewayWorkloads }) => gatewayWorkloads);

    const rulesAt = (node: GraphNode): { rule: RouteRule; callers: MeshRoute['callers'] }[] => {
      const workloads = workloadsOfNode(node, { inventory, facts });
      const inMesh = [
        ...servicesAt(node).flatMap((key) => byService.get(key) ?? []),
        ...serviceEntryHosts(node, facts).flatMap((host) => byExternalHost.get(host) ?? []),
      ].filter(({ callers }) => callers.length > 0);
      const atGateway = workloads.flatMap(
        ({ namespace, name }) => byGateway.get(`${namespace}/${name}`) ?? [],
      );
      return [
        ...[...new Set(inMesh)].flatMap(({ meshRules, callers }) =>
          meshRules.map((rule) => ({ rule, callers })),
        ),
        ...[...new Set(atGateway)].flatMap(({ gatewayRules }) =>
          gatewayRules.map((rule) => ({ rule, callers: '*' as const })),
        ),
      ];
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

function indexed(
  routes: readonly MeshRoute[],
  keysOf: (route: MeshRoute) => readonly string[],
): ReadonlyMap<string, readonly MeshRoute[]> {
  const index = new Map<string, MeshRoute[]>();
  for (const route of routes) {
    for (const key of new Set(keysOf(route))) {
      const sharing = index.get(key) ?? [];
      index.set(key, sharing);
      sharing.push(route);
    }
  }
  return index;
}
