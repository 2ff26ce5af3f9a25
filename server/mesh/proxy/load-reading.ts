import { type Coalesced, coalesce } from '#server/coalesce.ts';
import { ViglaError } from '#server/errors.ts';
import type { EnvoySource, LoadContext, ProxyName } from '#server/sources/interface.ts';
import { type InTurn, inTurn } from './in-turn.ts';
import { loadNonces } from './load-nonces.ts';
import { looksWhole } from './looks-whole.ts';
import { type ReadingName, readings, typesOf } from './readings.ts';

/** An answer of a proxy as it came, not redacted, and when. `readAtMs` is epoch milliseconds. */
export type Reading = { bytes: Uint8Array; readAtMs: number };
type Kept = Reading & { lifetimeMs: number };

/** How long an answer stands for the proxy where nothing tells that it changed, and where istiod would tell. */
const unwatchedMs = 30_000;
const watchedMs = 120_000;
const keptBytes = 128_000_000;

type Shop = { answers: Coalesced<Kept>; inTurn: InTurn };
const shops = new WeakMap<EnvoySource, Shop>();

/**
 * One answer of a proxy; the same answer is handed out again as long as istiod's nonces say that nothing changed, or for
 * half a minute; half an answer is not kept. A pod is asked one thing at a time; a question that nobody waits for any more is cancelled.
 * @throws ViglaError `not_found` where this installation has no way to proxies, `too_large`, `source_*`
 */
export async function loadReading(
  { namespace, pod }: ProxyName,
  name: ReadingName,
  { sources, signal }: Pick<LoadContext, 'sources' | 'signal'>,
): Promise<Reading> {
  const { envoy } = sources;
  if (envoy === undefined)
    throw new ViglaError(
      'not_found',
      'This installation has no way to the proxies: it may not forward ports to pods.',
    );
  const { question } = readings[name];
  const types = typesOf(name);
  const nonces =
    types.length === 0 ? undefined : await loadNonces({ namespace, pod }, types, { sources, signal });
  const { answers, inTurn } = shopOf(envoy, sources.now);
  const proxy = `${namespace}/${pod}`;
  return answers.get(
    JSON.stringify([proxy, name, nonces]),
    (shared) =>
      inTurn(proxy, async () => {
        shared.throwIfAborted();
        const bytes = await envoy.admin({ namespace, pod }, question, shared);
        const isWatched = nonces !== undefined && !isWarming(bytes);
        const keptMs = isWatched ? watchedMs : unwatchedMs;
        return { bytes, readAtMs: sources.now(), lifetimeMs: looksWhole(bytes) ? keptMs : 0 };
      }),
    signal,
  );
}

function shopOf(envoy: EnvoySource, now: () => number): Shop {
  const known = shops.get(envoy);
  if (known !== undefined) return known;
  const answers = coalesce<Kept>({
    lifetimeMs: ({ lifetimeMs }) => lifetimeMs,
    maximumSize: keptBytes,
    sizeOf: ({ bytes }) => bytes.length,
    now,
  });
  const shop = { answers, inTurn: inTurn() };
  shops.set(envoy, shop);
  return shop;
}

/** What is warming becomes active without a word of istiod. */
function isWarming(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return text.includes('"warming_state"') || text.includes('"dynamic_warming_');
}
