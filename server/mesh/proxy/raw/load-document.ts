import type { Warning } from '#lib/contract/envelope.ts';
import type { RawQuery } from '#lib/contract/raw.ts';
import { ViglaError } from '#server/errors.ts';
import { findProxy } from '#server/mesh/proxy/find-proxy.ts';
import { loadDump } from '#server/mesh/proxy/load-dump.ts';
import type { LoadContext } from '#server/sources/interface.ts';

type Asked = Pick<RawQuery, 'namespace' | 'pod' | 'source'>;
/** The bytes are as they came, not redacted. */
type Document = { bytes: Uint8Array; warnings: Warning[] };

/**
 * The whole dump of a proxy: its own, or what the replica of istiod that it is connected to has for it.
 * @throws ViglaError `not_found` for no such pod, no proxy in it, no way to it; `source_failed`, `too_large` …
 */
export async function loadDocument(
  { namespace, pod, source }: Asked,
  context: LoadContext,
): Promise<Document> {
  const { objects } = await context.sources.objects.snapshot(context.signal);
  findProxy(objects, { namespace, pod });
  if (source === 'istiod') return istiodDocument(`${pod}.${namespace}`, context);
  return { bytes: await loadDump({ namespace, pod }, undefined, context), warnings: [] };
}

async function istiodDocument(
  proxyId: string,
  { sources, signal }: Pick<LoadContext, 'sources' | 'signal'>,
): Promise<Document> {
  if (sources.istiod === undefined)
    throw new ViglaError('not_found', 'This installation has no way to istiod: it may not forward its port.');
  const answers = await sources.istiod.ask(
    { endpoint: 'config_dump', parameters: { proxyID: proxyId, include_eds: 'true' } },
    signal,
  );
  const answered = answers.find(({ body }) => body !== undefined)?.body;
  if (answered !== undefined) return { bytes: answered, warnings: [] };
  const reasons = answers.map(({ replica, failure }) => `${replica}: ${failure?.message ?? 'no answer'}`);
  const isUnknown = answers.every(({ failure }) => failure?.code === 'not_connected');
  throw new ViglaError(
    isUnknown ? 'not_found' : 'source_failed',
    `No replica of istiod has a configuration for ${proxyId}. ${reasons.join(' ')}`,
  );
}
