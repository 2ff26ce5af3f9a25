import type { Answer, Warning } from '#lib/contract/envelope.ts';
import type { Proxies, ProxiesQuery } from '#lib/contract/proxies.ts';
import { atOnce } from '#server/mesh/at-once.ts';
import { acrossClusters } from '#server/mesh/load-across-clusters.ts';
import { judgeDrift } from '#server/mesh/proxy/drift/judge-drift.ts';
import { requireNamespaces } from '#server/mesh/require-namespaces.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import type { FleetProxy } from './fleet.ts';
import { loadFleet } from './load-fleet.ts';
import { askProxy, knownFacts } from './load-kept-facts.ts';
import type { KnownFacts } from './own-facts.ts';
import { proxyId } from './proxy-id.ts';
import { proxyItem } from './proxy-item.ts';

/** Proxies that one request asks themselves, and how many of them at the same time. */
const limits = { perRequest: 50, atOnce: 4 };

/**
 * Every proxy of the namespaces, of pods and of istiod's connections, with what they said themselves within the last
 * minutes. With `include=proxies` up to 50 are asked
 * themselves; the rest is named in a warning.
 * @throws ViglaError `unknown_namespace`, and the objects' error where istiod said nothing either
 */
export const loadProxies = acrossClusters(loadProxiesOfOne, {
  merge: (parts) => ({
    asked: {
      proxies: sumOf(parts.map(({ asked }) => asked.proxies)),
      answered: sumOf(parts.map(({ asked }) => asked.answered)),
    },
  }),
});

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

async function loadProxiesOfOne(query: ProxiesQuery, context: LoadContext): Promise<Answer<Proxies>> {
  const { proxies, controlPlane, mesh, warnings } = await loadFleet(context);
  const inView = proxies.filter(({ namespace }) => isAsked(query.namespaces, namespace));
  if (inView.length < proxies.length || proxies.length === 0)
    requireNamespaces(
      query.namespaces,
      mesh,
      proxies.map(({ namespace }) => namespace),
    );
  const isDeep = query.include.includes('proxies');
  const toAsk = isDeep ? inView.filter(canBeAsked).slice(0, limits.perRequest) : [];
  const own = await askAll(toAsk, context);
  const nowMs = context.sources.now();
  const items = inView.map((proxy) => {
    const known = own.get(proxyId(proxy)) ?? knownFacts(proxy, context.sources);
    const facts = known?.isCurrent === true ? known.facts : undefined;
    const judged = judgeDrift({ proxy, nowMs, controlPlane, mesh, own: facts, comparison: undefined });
    return proxyItem(proxy, { known, judged });
  });
  const askable = inView.filter(canBeAsked).length;
  const answered = [...own.values()].filter(({ facts }) => facts.configBytes !== undefined).length;
  return {
    data: { items, asked: { proxies: toAsk.length, answered } },
    warnings: [...warnings, ...(isDeep ? askedWarnings({ askable, asked: toAsk.length, answered }) : [])],
  };
}

function isAsked(namespaces: ProxiesQuery['namespaces'], namespace: string): boolean {
  return namespaces === '*' || namespaces.includes(namespace);
}

/** Envoys in pods of this cluster; ztunnel and agentgateway have no such dump. */
export function canBeAsked({ object, type }: FleetProxy): boolean {
  return object !== undefined && (type === 'sidecar' || type === 'gateway' || type === 'waypoint');
}

async function askAll(
  proxies: readonly FleetProxy[],
  context: LoadContext,
): Promise<Map<string, KnownFacts>> {
  const asked = await atOnce(
    proxies,
    limits.atOnce,
    async (proxy) => [proxyId(proxy), await askProxy(proxy, context)] as const,
  );
  return new Map(asked);
}

function askedWarnings(counts: { askable: number; asked: number; answered: number }): Warning[] {
  const { askable, asked, answered } = counts;
  const rest = `${askable - asked} of ${askable} proxies were not asked themselves (${limits.perRequest} at a time): choose fewer namespaces for their certificates, sizes and errors.`;
  const silent = `${asked - answered} of ${asked} proxies did not answer: their certificates, sizes and errors are missing.`;
  return [
    ...(asked < askable ? [warning('proxies_not_asked', rest)] : []),
    ...(answered < asked ? [warning('proxies_silent', silent)] : []),
  ];
}

function warning(code: string, message: string): Warning {
  return { code, source: 'envoy', message };
}
