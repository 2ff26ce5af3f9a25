import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { RuleDraft } from './reachable-rules.ts';
import { type Places, ruleMatches } from './rule-match.ts';
import { meshWeights } from './weights.ts';

/** TLS or TCP rules in their order: weights are of connections. Access logs of Envoy's TCP proxy have no route name. */
export function l4Drafts(
  { metadata, spec }: ObjectOf<'VirtualService'>,
  protocol: 'tls' | 'tcp',
  { places, services }: { places: Places; services: ReadonlySet<string> },
): RuleDraft[] {
  const namespace = metadata.namespace ?? '';
  return spec[protocol].map(({ match, route = [] }, index) => ({
    object: { kind: 'VirtualService', namespace, name: metadata.name },
    path: `spec.${protocol}[${index}]`,
    index,
    protocol,
    routeName: '-',
    alternatives: ruleMatches(match, { places, namespace }),
    destinations: meshWeights(route, { namespace, services }),
    mirrors: [],
  }));
}
