import type { DestinationPolicy } from '#lib/contract/routing.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { oldestFirst } from '#server/mesh/oldest-first.ts';
import { policyWords } from './policy-words.ts';
import type { RoutingSubject } from './subject.ts';

export type DestinationRule = ObjectOf<'DestinationRule'>;

/** All DestinationRules whose host means the subject, oldest first, as Istio merges them. */
export function destinationRulesOf(
  objects: MeshObjects,
  subject: RoutingSubject,
): readonly DestinationRule[] {
  return objects.DestinationRule.filter(({ metadata, spec }) =>
    subject.isNamedBy(spec.host, metadata.namespace ?? ''),
  ).sort(oldestFirst);
}

/**
 * For whom a DestinationRule holds: a client takes one of its own namespace first, then one of the service's, then one
 * of the root namespace. Source: Istio's traffic management, cross-namespace configuration.
 */
export function destinationPolicies(
  rules: readonly DestinationRule[],
  { subject, rootNamespace }: { subject: RoutingSubject; rootNamespace: string },
): DestinationPolicy[] {
  const hasOwn = rules.some(({ metadata }) => metadata.namespace === subject.namespace);
  return rules.map((rule) => {
    const { metadata, spec } = rule;
    const namespace = metadata.namespace ?? '';
    const isOwn = namespace === subject.namespace;
    const isRoot = namespace === rootNamespace;
    const selected = Object.entries(spec.workloadSelector?.matchLabels ?? {})
      .map(([key, value]) => `${key}=${value}`)
      .join(', ');
    const scope = isOwn
      ? 'for callers in every namespace that has none of its own for this host'
      : isRoot
        ? 'for callers without one in their own namespace or in that of the service'
        : `for callers in namespace ${namespace} only`;
    return {
      object: { kind: 'DestinationRule', namespace, name: metadata.name },
      isInForce: !(isRoot && hasOwn && !isOwn),
      scope: selected === '' ? scope : `${scope}, labelled ${selected}`,
      policy: policyWords(spec.trafficPolicy),
    };
  });
}
