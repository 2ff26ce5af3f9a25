import { z } from 'zod';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import { inventoryOf } from '#server/mesh/inventory/inventory.ts';
import type { SplitVersion } from '../split.ts';
import type { Mesh } from './behind-destination.ts';
import type { ConfiguredRule } from './configured-route.ts';
import { serviceRules } from './service-rules.ts';

/**
 * What keeps requests of one caller together, in words: the rule's own session persistence, consistent hashing of the
 * DestinationRules behind it, persistent sessions of a Service; undefined where nothing does. A hash chooses a pod inside
 * the version that chance has chosen, but callers that stay with one connection or cookie still come in bursts.
 */
export function affinityOf(
  { stickiness }: ConfiguredRule,
  versions: readonly SplitVersion[],
  mesh: Mesh,
): string | undefined {
  const words = [
    ...(stickiness === undefined ? [] : [stickiness]),
    ...versions.flatMap((version) => [...hashesOf(version, mesh), ...sessionsOf(version, mesh)]),
  ];
  return words.length === 0 ? undefined : [...new Set(words)].join('; ');
}

const hashSchema = z.looseObject({
  httpHeaderName: z.string().optional(),
  httpCookie: z.looseObject({ name: z.string().default('') }).optional(),
  useSourceIp: z.boolean().optional(),
  httpQueryParameterName: z.string().optional(),
});
const policySchema = z.looseObject({
  loadBalancer: z.looseObject({ consistentHash: hashSchema.optional() }).optional(),
});
const portsSchema = z.looseObject({ portLevelSettings: z.array(policySchema).default([]) });

function hashesOf({ service, subset }: SplitVersion, { objects }: Mesh): string[] {
  if (service === undefined) return [];
  return serviceRules(objects, service).flatMap((rule) =>
    policiesOf(rule, subset).flatMap((policy) => {
      const by = hashWords(policy);
      const { namespace, name } = rule.metadata;
      return by === undefined ? [] : [`DestinationRule ${namespace}/${name} hashes by ${by}`];
    }),
  );
}

function policiesOf({ spec }: ObjectOf<'DestinationRule'>, subset: string | undefined): unknown[] {
  const own = spec.subsets.find(({ name }) => name === subset)?.trafficPolicy;
  return [spec.trafficPolicy, own].flatMap((policy) => {
    const ports = portsSchema.safeParse(policy);
    return policy === undefined ? [] : [policy, ...(ports.success ? ports.data.portLevelSettings : [])];
  });
}

function hashWords(policy: unknown): string | undefined {
  const parsed = policySchema.safeParse(policy);
  const hash = parsed.success ? parsed.data.loadBalancer?.consistentHash : undefined;
  if (hash === undefined) return undefined;
  if (hash.httpCookie !== undefined) return `cookie ${hash.httpCookie.name}`;
  if (hash.httpHeaderName !== undefined) return `header ${hash.httpHeaderName}`;
  if (hash.httpQueryParameterName !== undefined) return `query parameter ${hash.httpQueryParameterName}`;
  return hash.useSourceIp === true ? 'source address' : 'something that could not be read';
}

/** Istio's stateful sessions, asked for with a label on the Service. */
const sessionLabels = {
  'istio.io/persistent-session': 'cookie',
  'istio.io/persistent-session-header': 'header',
};

function sessionsOf({ service }: SplitVersion, { objects, rootNamespace }: Mesh): string[] {
  if (service === undefined) return [];
  const { namespace, name } = service;
  const labels = inventoryOf(objects, rootNamespace).service(namespace, name)?.metadata.labels;
  return Object.entries(sessionLabels).flatMap(([label, what]) => {
    const value = labels?.[label];
    return value === undefined ? [] : [`Service ${namespace}/${name} keeps sessions by ${what} ${value}`];
  });
}
