import type { RawQuery } from '#lib/contract/raw.ts';
import { type Coalesced, coalesce } from '#server/coalesce.ts';
import { ViglaError } from '#server/errors.ts';
import { findProxy } from '#server/mesh/proxy/find-proxy.ts';
import { loadDump } from '#server/mesh/proxy/load-dump.ts';
import { looksWhole } from '#server/mesh/proxy/looks-whole.ts';
import type { IstiodSource, LoadContext } from '#server/sources/interface.ts';

type Asked = Pick<RawQuery, 'namespace' | 'pod' | 'source'>;

/**
 * The whole dump of a proxy: its own, or what the replica of istiod that it is connected to has for it. Bytes as they came, not
 * redacted.
 * @throws ViglaError `not_found` for no such pod, no proxy in it, no way to it; `source_failed`, `too_large` …
 */
export async function loadDocument(
  { namespace, pod, source }: Asked,
  context: LoadContext,
): Promise<Uint8Array> {
  findProxy(await context.sources.objects.snapshot(context.signal), { namespace, pod });
  if (source === 'istiod') return istiodDocument(`${pod}.${namespace}`, context);
  return loadDump({ namespace, pod }, undefined, context);
}

/** Every opened node of the tree asks for the same document; istiod makes it anew each time. */
const keptMs = 30_000;
const keptBytes = 64_000_000;
const shops = new WeakMap<IstiodSource, Coalesced<Uint8Array>>();

async function istiodDocument(
  proxyId: string,
  { sources, signal }: Pick<LoadContext, 'sources' | 'signal'>,
): Promise<Uint8Array> {
  const { istiod } = sources;
  if (istiod === undefined)
    throw new ViglaError('not_found', 'This installation has no way to istiod: it may not forward its port.');
  return shopOf(istiod, sources.now).get(proxyId, (shared) => askIstiod(proxyId, istiod, shared), signal);
}

function shopOf(istiod: IstiodSource, now: () => number): Coalesced<Uint8Array> {
  const known = shops.get(istiod);
  if (known !== undefined) return known;
  const shop = coalesce<Uint8Array>({
    lifetimeMs: (bytes) => (looksWhole(bytes) ? keptMs : 0),
    maximumSize: keptBytes,
    sizeOf: (bytes) => bytes.length,
    now,
  });
  shops.set(istiod, shop);
  return shop;
}

async function askIstiod(proxyId: string, istiod: IstiodSource, signal: AbortSignal): Promise<Uint8Array> {
  const answers = await istiod.ask(
    { endpoint: 'config_dump', parameters: { proxyID: proxyId, include_eds: 'true' } },
    signal,
  );
  const answered = answers.find(({ body }) => body !== undefined)?.body;
  if (answered !== undefined) return answered;
  const reasons = answers.map(({ replica, failure }) => `${replica}: ${failure?.message ?? 'no answer'}`);
  const isUnknown = answers.every(({ failure }) => failure?.code === 'not_connected');
  throw new ViglaError(
    isUnknown ? 'not_found' : 'source_failed',
    `No replica of istiod has a configuration for ${proxyId}. ${reasons.join(' ')}`,
  );
}
