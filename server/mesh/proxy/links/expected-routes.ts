import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { ObjectIndex } from './object-index.ts';

type VirtualService = ObjectOf<'VirtualService'>;
type HttpRule = VirtualService['spec']['http'][number];

/** A route that Istio may make of a VirtualService: one for each match of each rule, in this order. */
export type ExpectedRoute = {
  part: string;
  rule: HttpRule;
  /** Undefined for a rule without matches. */
  match: Readonly<Record<string, unknown>> | undefined;
  /** Of the object that the rule's own hosts are short names in. */
  namespace: string;
  names: readonly string[];
  delegate?: { object: VirtualService; part: string } | undefined;
};

/** All routes that a VirtualService can lead to, delegates' rules in place of the rules that delegate to them. */
export function expectedRoutes(object: VirtualService, index: ObjectIndex): ExpectedRoute[] {
  return object.spec.http.flatMap((rule, place) => {
    const part = `http[${place}]`;
    const namespace = object.metadata.namespace ?? '';
    if (rule.delegate === undefined) return routesOfRule({ rule, part, namespace, outer: undefined });
    const { name = '', namespace: where = namespace } = rule.delegate;
    const delegate = index.virtualService(where, name);
    return (delegate?.spec.http ?? []).flatMap((inner, innerPlace) =>
      routesOfRule({ rule: inner, part, namespace: where, outer: rule }).map((route) => ({
        ...route,
        ...(delegate === undefined ? {} : { delegate: { object: delegate, part: `http[${innerPlace}]` } }),
      })),
    );
  });
}

type RuleInPlace = { rule: HttpRule; part: string; namespace: string; outer: HttpRule | undefined };

function routesOfRule({ rule, part, namespace, outer }: RuleInPlace): ExpectedRoute[] {
  // A delegate's rule is called `<root's>-<its own>`. Source: Istio's merge of delegates.
  const name = [outer?.name, rule.name].filter((one) => one !== undefined).join('-');
  const matches: readonly (Readonly<Record<string, unknown>> | undefined)[] =
    rule.match === undefined || rule.match.length === 0 ? (outer?.match ?? [undefined]) : rule.match;
  return matches.map((match) => ({
    part,
    rule,
    match,
    namespace,
    names: namesOf(name, typeof match?.name === 'string' ? match.name : undefined),
  }));
}

/** A rule without a name gives a route without one; older Istios call it `default`. */
function namesOf(rule: string, match: string | undefined): string[] {
  if (rule === '' && match === undefined) return ['', 'default'];
  return match === undefined ? [rule] : [`${rule}.${match}`, rule];
}
