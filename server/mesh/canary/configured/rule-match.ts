import { z } from 'zod';
import type { ObjectReference } from '#lib/contract/evidence.ts';
import { gatewayReference } from '#server/mesh/gateway-reference.ts';
import { isMatchOfAll, virtualServiceMatchWords } from '#server/mesh/routing/virtual-service-match.ts';
import { isSameObject } from '#server/mesh/same-object.ts';
import type { CallerCondition } from './configured-route.ts';

const labels = z.record(z.string(), z.string()).default({});
const placeSchema = z.looseObject({
  name: z.string().optional(),
  gateways: z.array(z.string()).default([]),
  port: z.number().optional(),
  sourceLabels: labels,
  sourceNamespace: z.string().optional(),
});

/** One alternative of a VirtualService's rule. */
export type RuleMatch = {
  words: string;
  name?: string;
  isMesh: boolean;
  gateways: readonly ObjectReference[];
  /** It holds for every request of every caller there. */
  takesAll: boolean;
  caller?: CallerCondition;
  port?: number;
};

/** Where a route object holds: in the mesh, at gateways, or both. */
export type Places = { isMesh: boolean; gateways: readonly ObjectReference[] };

/** The gateways that a VirtualService of a namespace names; `mesh` is the callers' own proxies. */
export function placesOf(gateways: readonly string[], namespace: string): Places {
  return {
    isMesh: gateways.includes('mesh'),
    gateways: gateways
      .filter((gateway) => gateway !== 'mesh')
      .map((gateway) => ({ kind: 'IstioGateway', ...gatewayReference(gateway, namespace) })),
  };
}

/**
 * Alternatives of a rule; one that says nothing of gateways holds at all of its VirtualService's, one that names others is
 * left out. A rule without any is for everything. Source: Istio's HTTPMatchRequest, L4MatchAttributes.
 */
export function ruleMatches(
  matches: readonly unknown[] | undefined,
  { places, namespace }: { places: Places; namespace: string },
): RuleMatch[] {
  if (matches === undefined || matches.length === 0) return [{ words: '', ...places, takesAll: true }];
  return matches
    .map((match) => readMatch(match, { places, namespace }))
    .filter(({ isMesh, gateways }) => isMesh || gateways.length > 0);
}

function readMatch(match: unknown, { places, namespace }: { places: Places; namespace: string }): RuleMatch {
  const words = virtualServiceMatchWords(match);
  const parsed = placeSchema.safeParse(match);
  if (!parsed.success) return { words, ...places, takesAll: false };
  const { name, gateways, port, sourceLabels, sourceNamespace, ...rest } = parsed.data;
  const own = gateways.length === 0 ? places : placesOf(gateways, namespace);
  const hasCaller = sourceNamespace !== undefined || Object.keys(sourceLabels).length > 0;
  return {
    words,
    ...(name === undefined ? {} : { name }),
    isMesh: own.isMesh && places.isMesh,
    gateways: places.gateways.filter((one) => own.gateways.some((other) => isSameObject(one, other))),
    takesAll: port === undefined && !hasCaller && isMatchOfAll(rest),
    ...(hasCaller ? { caller: callerOf(sourceLabels, sourceNamespace) } : {}),
    ...(port === undefined ? {} : { port }),
  };
}

function callerOf(labels: Record<string, string>, namespace: string | undefined): CallerCondition {
  return { labels, ...(namespace === undefined ? {} : { namespace }) };
}

/** Both must hold: a root's match and its delegate's. Undefined where they have no place in common. */
export function crossed(outer: RuleMatch, inner: RuleMatch): RuleMatch | undefined {
  const isMesh = outer.isMesh && inner.isMesh;
  const gateways = outer.gateways.filter((one) => inner.gateways.some((other) => isSameObject(one, other)));
  if (!isMesh && gateways.length === 0) return undefined;
  const callers = [outer.caller, inner.caller].filter((caller) => caller !== undefined);
  const namespace = inner.caller?.namespace ?? outer.caller?.namespace;
  const port = inner.port ?? outer.port;
  return {
    words: [outer.words, inner.words].filter((words) => words !== '').join(', '),
    ...(inner.name === undefined ? {} : { name: inner.name }),
    isMesh,
    gateways,
    takesAll: outer.takesAll && inner.takesAll,
    ...(callers.length === 0
      ? {}
      : { caller: callerOf(Object.assign({}, ...callers.map((caller) => caller.labels)), namespace) }),
    ...(port === undefined ? {} : { port }),
  };
}
