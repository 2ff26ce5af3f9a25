import type { LoadContext, Sources } from '#server/sources/interface.ts';
import type { FleetProxy } from './fleet.ts';
import { loadOwnFacts } from './load-own-facts.ts';
import type { OwnFacts } from './own-facts.ts';
import { proxyId } from './proxy-id.ts';

/** What changes without a nonce (certificates, ejections, warming) is asked for again after this time. */
const keptMs = 30_000;
const keptCount = 500;

type Kept = { nonces: string; atMs: number; facts: Promise<OwnFacts> };
const keptBySources = new WeakMap<Sources, Map<string, Kept>>();

/** What a proxy said of itself at most half a minute ago, with the configuration that istiod says it has now. */
export async function ownFactsOf(proxy: FleetProxy, context: LoadContext): Promise<OwnFacts> {
  const { sources } = context;
  const kept = keptBySources.get(sources) ?? new Map<string, Kept>();
  keptBySources.set(sources, kept);
  const id = proxyId(proxy);
  const nonces = (proxy.sync?.syncs ?? []).map(({ sent, acked }) => `${sent} ${acked}`).join();
  const nowMs = sources.now();
  const before = kept.get(id);
  // The request that asked first may have been cancelled since.
  if (before !== undefined && before.nonces === nonces && nowMs - before.atMs < keptMs)
    return before.facts.catch(() => loadOwnFacts(proxy, context));
  const facts = loadOwnFacts(proxy, context);
  kept.delete(id);
  kept.set(id, { nonces, atMs: nowMs, facts });
  if (kept.size > keptCount) kept.delete(kept.keys().next().value ?? id);
  facts.catch(() => kept.get(id)?.facts === facts && kept.delete(id));
  return facts;
}
