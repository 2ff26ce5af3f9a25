import type { GraphNode } from '#lib/contract/graph.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import { type InventoryWorkload, inventoryOf } from '#server/mesh/inventory/inventory.ts';
import type { Decorator } from '../decorator.ts';
import { matchesSelector } from '../facts/matches-selector.ts';
import { resolveHost } from '../facts/resolve-host.ts';
import { servicesShownAt } from './drawn-services.ts';
import { workloadsOfNode } from './node-subjects.ts';
import { callersOf, forCallers } from './routes/exported-to.ts';
import { serviceEntryHosts } from './service-entry-hosts.ts';
import { type BadgeFact, withBadge } from './with-badge.ts';

type DestinationRule = ObjectOf<'DestinationRule'>;
type TrafficPolicy = NonNullable<DestinationRule['spec']['trafficPolicy']>;

/**
 * Marks hosts whose DestinationRule limits connections or ejects endpoints, as a whole or for one subset; a subset's
 * own policy is marked at the workloads that it selects too.
 */
export const circuitBreaker: Decorator = {
  decorate(draft, facts) {
    const inventory = inventoryOf(facts.objects, facts.rootNamespace);
    const servicesAt = servicesShownAt(draft, { inventory, facts });
    const services = new Set(
      facts.objects.Service.map(({ metadata }) => `${metadata.namespace ?? ''}/${metadata.name}`),
    );
    const rules = facts.objects.DestinationRule.filter((rule) => breakersOf(rule).length > 0).map((rule) => {
      const host = resolveHost(rule.spec.host, { namespace: rule.metadata.namespace ?? '', services });
      return { rule, host: host ?? rule.spec.host };
    });
    const rulesByHost = Map.groupBy(rules, ({ host }) => host);

    const decorateNode = (node: GraphNode): GraphNode => {
      const workloads = workloadsOfNode(node, { inventory, facts });
      const hosts = [...servicesAt(node), ...serviceEntryHosts(node, facts)];
      const behind = workloads.flatMap((workload) =>
        inventory.servicesOf(workload).map(({ metadata }) => `${metadata.namespace ?? ''}/${metadata.name}`),
      );
      const factsFor = (host: string, subsetsOnly: boolean): BadgeFact[] =>
        (rulesByHost.get(host) ?? []).flatMap(({ rule }) => {
          const callers = callersAt(rule, { host, rootNamespace: facts.rootNamespace });
          return callers.length === 0 ? [] : factsOf(rule, { callers, workloads, subsetsOnly });
        });
      const found = [
        ...hosts.flatMap((host) => factsFor(host, false)),
        ...behind.filter((host) => !hosts.includes(host)).flatMap((host) => factsFor(host, true)),
      ];
      return withBadge(node, 'circuitBreaker', found);
    };
    return { ...draft, nodes: draft.nodes.map(decorateNode) };
  },
};

type Asked = {
  callers: '*' | readonly string[];
  workloads: readonly InventoryWorkload[];
  subsetsOnly: boolean;
};

function factsOf(rule: DestinationRule, { callers, workloads, subsetsOnly }: Asked): BadgeFact[] {
  const { name, namespace = '' } = rule.metadata;
  const object = { kind: 'DestinationRule', namespace, name };
  return breakersOf(rule)
    .filter(({ subset }) => subset !== undefined || !subsetsOnly)
    .filter(
      ({ subset }) =>
        subset === undefined ||
        workloads.length === 0 ||
        workloads.some(({ labels }) => matchesSelector(labels, subset.labels ?? {})),
    )
    .map(({ does, subset }) => ({
      text: `DestinationRule ${name} ${does}${subset === undefined ? '' : ` in subset ${subset.name}`}${forCallers(callers)}`,
      object,
    }));
}

function breakersOf({ spec }: DestinationRule) {
  const subsets = spec.subsets.map((subset) => ({ does: breakerOf(subset.trafficPolicy), subset }));
  const whole = { does: breakerOf(spec.trafficPolicy), subset: undefined };
  return [whole, ...subsets].flatMap(({ does, subset }) => (does === undefined ? [] : [{ does, subset }]));
}

function breakerOf(policy: TrafficPolicy | undefined): string | undefined {
  const policies = policy === undefined ? [] : [policy, ...(policy.portLevelSettings ?? [])];
  const parts = [
    policies.some(({ connectionPool }) => connectionPool !== undefined) ? 'limits connections' : '',
    policies.some(({ outlierDetection }) => outlierDetection !== undefined) ? 'ejects failing endpoints' : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? undefined : parts.join(' and ');
}

/** A DestinationRule is looked up in the caller's namespace, the service's, and the root namespace, nowhere else. */
function callersAt(
  { metadata, spec }: DestinationRule,
  { host, rootNamespace }: { host: string; rootNamespace: string },
): '*' | readonly string[] {
  const namespace = metadata.namespace ?? '';
  const isFoundByAll = namespace === rootNamespace || !host.includes('/') || host.startsWith(`${namespace}/`);
  const exported = callersOf(spec.exportTo, namespace);
  if (isFoundByAll) return exported;
  return exported === '*' || exported.includes(namespace) ? [namespace] : [];
}
