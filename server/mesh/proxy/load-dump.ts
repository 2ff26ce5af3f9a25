import type { LoadContext, ProxyName } from '#server/sources/interface.ts';
import type { DumpSection } from './dump/dump.ts';
import { loadReading } from './load-reading.ts';

/**
 * The bytes of a proxy's own dump, of one section or (without one) all of it with endpoints; see `loadReading`.
 * @throws ViglaError `not_found` where this installation has no way to proxies, `too_large`, `source_*`
 */
export async function loadDump(
  proxy: ProxyName,
  section: DumpSection | undefined,
  context: Pick<LoadContext, 'sources' | 'signal'>,
): Promise<Uint8Array> {
  const { bytes } = await loadReading(proxy, section ?? 'whole', context);
  return bytes;
}
