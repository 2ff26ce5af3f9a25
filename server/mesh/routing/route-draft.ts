import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { RouteRule, ServiceRoute } from '#lib/contract/routing.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { RoutingSubject } from './subject.ts';

export type RoutingInput = { objects: MeshObjects; rootNamespace: string; subject: RoutingSubject };

/** A rule with the beginnings of paths that lead into it, for the addresses of entrances. */
export type RuleDraft = RouteRule & { paths: readonly string[] };

/** A route before it is known whether it is in force. */
export type RouteDraft = Omit<ServiceRoute, 'isInForce' | 'why' | 'rules'> & {
  rules: readonly RuleDraft[];
  createdAt: string;
  /** The subject is the host that callers ask for, rather than a place where another host's requests end. */
  isNamed: boolean;
  exportTo: readonly string[];
};

/** Whether a rule leads to the subject. */
export function leadsTo({ namespace, name }: RoutingSubject, rule: RouteRule): boolean {
  return rule.destinations.some(({ service }) => service?.namespace === namespace && service.name === name);
}

/** Marks the rules that stand after one that takes every request. */
export function markUnreachable<Rule extends { takesAll: boolean }>(
  rules: readonly Rule[],
): (Omit<Rule, 'takesAll'> & { isUnreachable: boolean })[] {
  let isOver = false;
  return rules.map(({ takesAll, ...rule }) => {
    const isUnreachable = isOver;
    isOver ||= takesAll;
    return { ...rule, isUnreachable };
  });
}

export function referenceText({ kind, namespace, name }: ObjectReference): string {
  return `${kind} ${namespace}/${name}`;
}
