import { referenceText } from '#server/mesh/routing/route-draft.ts';
import type { ConfiguredRoute } from '../configured-route.ts';
import type { Problem, ProblemRule, SplitFacts } from './problem-rule.ts';

type Beside = { other: ConfiguredRoute; host: string; isMesh: boolean };

/**
 * Another route object for the same host. Callers' proxies take one VirtualService for a host: that of their own
 * namespace, else the oldest. Gateways, and routes of the Gateway API, are merged: only rules with the same match
 * contradict each other there, and the older route wins. Source: istio.md section 11, Istio's traffic management.
 */
export const twoRoutes: ProblemRule = (facts) =>
  facts.byPlace.besides(facts.route).flatMap((beside) => {
    const text = textOf(beside, facts);
    return text === undefined ? [] : [{ id: 'two-routes', text } satisfies Problem];
  });

function textOf({ other, host, isMesh }: Beside, facts: SplitFacts): string | undefined {
  const { route } = facts;
  if (isMesh && !facts.rule.isMesh) return undefined;
  if (isMesh && !shareCallers(route, other)) return undefined;
  const name = `${referenceText(other.object)} has the same host ${host}`;
  const isOlder = other.age < route.age;
  const isIstio = [route, other].map(({ object }) => object.kind === 'VirtualService');
  if (isMesh && isIstio[0] !== isIstio[1])
    return `${name}: proxies take one of the two; their routes show which.`;
  if (isMesh && isIstio[0] === true)
    return `${name} and is ${isOlder ? 'older' : 'younger'}: ${winner(isOlder, { route, other })}`;
  if (!hasSameMatch(facts, other)) return undefined;
  return `${name} and a rule with the same match, and is ${isOlder ? 'older: its rule wins.' : 'younger: this rule wins.'}`;
}

function winner(
  isOlder: boolean,
  { route, other }: { route: ConfiguredRoute; other: ConfiguredRoute },
): string {
  const which = isOlder ? 'callers’ proxies take only that one' : 'callers’ proxies take only this one';
  const [own, others] = [route.object.namespace, other.object.namespace];
  if (own === others) return `${which}.`;
  return `${which}, but those in namespace ${isOlder ? `${own} take this one` : `${others} take that one`}.`;
}

function shareCallers({ callers: own }: ConfiguredRoute, { callers: others }: ConfiguredRoute): boolean {
  return own === '*' || others === '*' || own.some((namespace) => others.includes(namespace));
}

function hasSameMatch({ rule }: SplitFacts, other: ConfiguredRoute): boolean {
  const own = new Set(rule.matches.length === 0 ? [''] : rule.matches);
  return other.rules.some(({ matches }) =>
    (matches.length === 0 ? [''] : matches).some((match) => own.has(match)),
  );
}
