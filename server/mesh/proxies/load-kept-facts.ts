import type { LoadContext, Sources } from '#server/sources/interface.ts';
import type { FleetProxy } from './fleet.ts';
import { loadOwnFacts } from './load-own-facts.ts';
import type { KnownFacts, OwnFacts } from './own-facts.ts';
import { proxyId } from './proxy-id.ts';

/**
 * What changes without a nonce (certificates, warming) is asked for again after `freshMs`, and told up to `knownMs`. A
 * proxy that gave no answer is asked again after `silentMs`.
 */
const lifetimes = { freshMs: 30_000, silentMs: 5_000, knownMs: 600_000 };
const keptCount = 2_000;

type Kept = { nonces: string; atMs: number; facts: OwnFacts };
const keptBySources = new WeakMap<Sources, Map<string, Kept>>();

/** What a proxy said of itself at most half a minute ago (5 s where it said nothing), with the configuration that istiod says it has now. */
export async function askProxy(proxy: FleetProxy, context: LoadContext): Promise<KnownFacts> {
  const { sources } = context;
  const known = knownFacts(proxy, sources);
  if (known?.isCurrent === true && sources.now() - known.atMs < freshMsOf(known.facts)) return known;
  const facts = await loadOwnFacts(proxy, context);
  const kept = keptOf(sources);
  const atMs = sources.now();
  const id = keyOf(proxy);
  kept.delete(id);
  kept.set(id, { nonces: noncesOf(proxy), atMs, facts });
  const [oldest] = kept.keys();
  if (kept.size > keptCount && oldest !== undefined) kept.delete(oldest);
  return { facts, atMs, isCurrent: true };
}

function freshMsOf({ unanswered }: OwnFacts): number {
  return unanswered === undefined ? lifetimes.freshMs : lifetimes.silentMs;
}

/** What a proxy said when it was asked last, if that is not too long ago; it is not asked. */
export function knownFacts(proxy: FleetProxy, sources: Sources): KnownFacts | undefined {
  const kept = keptOf(sources).get(keyOf(proxy));
  if (kept === undefined || sources.now() - kept.atMs > lifetimes.knownMs) return undefined;
  return { facts: kept.facts, atMs: kept.atMs, isCurrent: kept.nonces === noncesOf(proxy) };
}

function keptOf(sources: Sources): Map<string, Kept> {
  const kept = keptBySources.get(sources) ?? new Map<string, Kept>();
  keptBySources.set(sources, kept);
  return kept;
}

function keyOf(proxy: FleetProxy): string {
  return `${proxy.cluster}/${proxyId(proxy)}`;
}

function noncesOf({ sync }: FleetProxy): string {
  return (sync?.syncs ?? []).map(({ sent, acked }) => `${sent} ${acked}`).join();
}
