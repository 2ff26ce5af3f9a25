import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { oldestFirst } from '#server/mesh/oldest-first.ts';
import { destinationRulesByOwner } from '../destination-rules-by-owner.ts';
import { virtualServiceHostKeys, virtualServicesByHost } from '../virtual-services-by-host.ts';
import { type FieldReference, referenceTo } from './field-reference.ts';

/**
 * Objects of one kind that speak of the same host, seen from the younger: of VirtualServices callers' proxies take the
 * oldest, DestinationRules of one namespace are merged. Source: Istio's merging of virtual services and of rules.
 */
export function rivalReferences(objects: MeshObjects): FieldReference[] {
  return [
    ...virtualServiceRivals(objects),
    ...destinationRuleRivals(objects),
    ...serviceEntryRivals(objects),
  ];
}

function virtualServiceRivals(objects: MeshObjects): FieldReference[] {
  return [...virtualServicesByHost(objects)].flatMap(([key, [oldest, ...younger]]) =>
    oldest === undefined
      ? []
      : younger
          .filter((one) => one !== oldest)
          .map((one) => ({
            from: referenceTo('VirtualService', one.metadata),
            path: `spec.hosts[${virtualServiceHostKeys(one, objects).indexOf(key)}]`,
            to: referenceTo('VirtualService', oldest.metadata),
            why: 'It names the same host and is older: callers’ proxies take only that one.',
            whyBack: 'It names the same host and is younger: callers’ proxies do not take it.',
          })),
  );
}

function destinationRuleRivals(objects: MeshObjects): FieldReference[] {
  return [...destinationRulesByOwner(objects).values()].flatMap((rules) =>
    [...Map.groupBy(rules, mergeKey).values()].flatMap(([oldest, ...younger]) =>
      oldest === undefined
        ? []
        : younger.map(({ metadata }) => ({
            from: referenceTo('DestinationRule', metadata),
            path: 'spec.host',
            to: referenceTo('DestinationRule', oldest.metadata),
            why: 'It has the same host and is older: both are merged, and its traffic policy comes first.',
            whyBack: 'It has the same host and is younger: its subsets are added to those of this one.',
          })),
    ),
  );
}

/** Rules for other clients than those of the whole namespace stand for themselves. */
function mergeKey({ metadata, spec }: ObjectOf<'DestinationRule'>): string {
  return `${metadata.namespace ?? ''} ${JSON.stringify(spec.workloadSelector?.matchLabels ?? {})}`;
}

function serviceEntryRivals(objects: MeshObjects): FieldReference[] {
  const named = objects.ServiceEntry.toSorted(oldestFirst).flatMap(({ metadata, spec }) =>
    spec.hosts.map((host, index) => ({ host, path: `spec.hosts[${index}]`, metadata })),
  );
  return [...Map.groupBy(named, ({ host }) => host).values()].flatMap(([oldest, ...younger]) =>
    oldest === undefined
      ? []
      : younger.map(({ metadata, path, host }) => ({
          from: referenceTo('ServiceEntry', metadata),
          path,
          to: referenceTo('ServiceEntry', oldest.metadata),
          why: `It has the host ${host}, too, and is older.`,
          whyBack: `It has the host ${host}, too, and is younger.`,
        })),
  );
}
