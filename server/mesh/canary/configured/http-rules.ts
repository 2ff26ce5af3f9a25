import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { destinationOf } from './destination.ts';
import type { RuleDraft } from './reachable-rules.ts';
import { crossed, type Places, type RuleMatch, ruleMatches } from './rule-match.ts';
import { meshWeights } from './weights.ts';

type VirtualService = ObjectOf<'VirtualService'>;
type HttpRoute = VirtualService['spec']['http'][number];
type At = { places: Places; objects: MeshObjects; services: ReadonlySet<string> };

/** HTTP rules in their order, a delegate's in place of the rule that names it; of a delegate that is missing nothing is left. */
export function httpDrafts(virtualService: VirtualService, at: At): RuleDraft[] {
  const namespace = virtualService.metadata.namespace ?? '';
  return virtualService.spec.http.flatMap((route, index) => {
    const alternatives = ruleMatches(route.match, { places: at.places, namespace });
    if (route.delegate === undefined) return [draftOf(virtualService, { route, index, alternatives, at })];
    return delegated(virtualService, { route, alternatives, at });
  });
}

type Rule = { route: HttpRoute; index: number; alternatives: readonly RuleMatch[]; at: At };

function draftOf({ metadata }: VirtualService, { route, index, alternatives, at }: Rule): RuleDraft {
  const namespace = metadata.namespace ?? '';
  const where = { namespace, services: at.services };
  const attempts = route.retries?.attempts;
  return {
    object: { kind: 'VirtualService', namespace, name: metadata.name },
    path: `spec.http[${index}]`,
    index,
    ...(route.name === undefined || route.name === '' ? {} : { name: route.name }),
    protocol: 'http',
    routeName: routeNameOf(route.name, alternatives),
    alternatives,
    destinations: meshWeights(route.route ?? [], where),
    mirrors: mirrorsOf(route).map(({ destination, percent }) => ({
      ...destinationOf(destination, where),
      percent,
    })),
    ...(attempts === undefined ? {} : { retryAttempts: Math.max(0, attempts) }),
  };
}

/** Envoy's route is called after the rule and, where it has one, the match. An unnamed one is `default`. */
function routeNameOf(name: string | undefined, alternatives: readonly RuleMatch[]): string {
  const own = name === undefined || name === '' ? undefined : name;
  const [match] = alternatives;
  const isOnly = alternatives.length === 1 && match?.name !== undefined;
  return [own, isOnly ? match.name : undefined].filter((part) => part !== undefined).join('.') || 'default';
}

/** A mirror without a percentage gets a copy of everything. */
function mirrorsOf({ mirror, mirrorPercentage, mirrors = [] }: HttpRoute) {
  const all = [
    ...(mirror === undefined ? [] : [{ destination: mirror, percentage: mirrorPercentage }]),
    ...mirrors,
  ];
  return all.map(({ destination, percentage }) => ({ destination, percent: percentage?.value ?? 100 }));
}

/**
 * A delegate's rules hold under the root's match, are called `<root rule>-<delegate rule>`, and take over what the root's
 * rule says of mirrors and retries where they say nothing. Source: Istio's Delegate, `mergeHTTPRoute` in pilot.
 */
function delegated(root: VirtualService, { route, alternatives, at }: Omit<Rule, 'index'>): RuleDraft[] {
  const namespace = route.delegate?.namespace ?? root.metadata.namespace ?? '';
  const delegate = at.objects.VirtualService.find(
    ({ metadata, spec }) =>
      metadata.name === route.delegate?.name && metadata.namespace === namespace && spec.hosts.length === 0,
  );
  if (delegate === undefined) return [];
  return delegate.spec.http.flatMap((own, index) => {
    // A delegate cannot delegate further, and names no gateways: the root's hold.
    if (own.delegate !== undefined) return [];
    const inner = ruleMatches(own.match, { places: at.places, namespace });
    const both = alternatives.flatMap((outer) => inner.flatMap((match) => crossed(outer, match) ?? []));
    const merged: HttpRoute = {
      ...own,
      ...(own.mirror === undefined && own.mirrors === undefined ? mirrorFields(route) : {}),
      retries: own.retries ?? route.retries,
    };
    const draft = draftOf(delegate, { route: merged, index, alternatives: both, at });
    const name = [route.name ?? '', own.name ?? ''].filter((part) => part !== '').join('-');
    return [{ ...draft, routeName: routeNameOf(name, both) }];
  });
}

function mirrorFields({ mirror, mirrorPercentage, mirrors }: HttpRoute) {
  return { mirror, mirrorPercentage, mirrors };
}
