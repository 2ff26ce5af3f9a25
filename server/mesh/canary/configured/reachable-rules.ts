import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { ConfiguredRule } from './configured-route.ts';
import type { RuleMatch } from './rule-match.ts';

/** A rule before it is known which of its places it is reached at. */
export type RuleDraft = Omit<
  ConfiguredRule,
  'matches' | 'isMesh' | 'gateways' | 'callerConditions' | 'ports' | 'isUnreachable'
> & { alternatives: readonly RuleMatch[] };

/**
 * Rules of one protocol in the order in which proxies try them. One that stands after a rule for every request is never
 * reached there; a rule that holds nowhere is left out. Source: Istio stops at the first match of everything.
 */
export function reachableRules(drafts: readonly RuleDraft[]): ConfiguredRule[] {
  const closed = new Set<string>();
  return drafts
    .filter(({ alternatives }) => alternatives.length > 0)
    .map(({ alternatives, ...rule }) => {
      const isMesh = alternatives.some((match) => match.isMesh);
      const gateways = distinct(alternatives.flatMap((match) => match.gateways));
      const places = [...(isMesh ? ['mesh'] : []), ...gateways.map(placeKey)];
      const isUnreachable = places.every((place) => closed.has(place));
      for (const { takesAll, ...match } of alternatives)
        if (takesAll)
          for (const place of [...(match.isMesh ? ['mesh'] : []), ...match.gateways.map(placeKey)])
            closed.add(place);
      return { ...rule, isMesh, gateways, isUnreachable, ...conditionsOf(alternatives) };
    });
}

function conditionsOf(alternatives: readonly RuleMatch[]) {
  const takesAll = alternatives.some(({ words }) => words === '');
  const callers = alternatives.flatMap(({ caller }) => caller ?? []);
  const ports = alternatives.flatMap(({ port }) => port ?? []);
  return {
    matches: takesAll ? [] : alternatives.map(({ words }) => words),
    ...(callers.length === alternatives.length ? { callerConditions: callers } : {}),
    ...(ports.length === alternatives.length ? { ports: [...new Set(ports)] } : {}),
  };
}

function distinct(gateways: readonly ObjectReference[]): ObjectReference[] {
  return [...new Map(gateways.map((gateway) => [placeKey(gateway), gateway])).values()];
}

function placeKey({ kind, namespace, name }: ObjectReference): string {
  return `${kind} ${namespace}/${name}`;
}
