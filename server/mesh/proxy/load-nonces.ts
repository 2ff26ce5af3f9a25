import type { DiscoveryType } from '#lib/contract/proxies.ts';
import type { LoadContext, ProxyName } from '#server/sources/interface.ts';
import { loadSyncs } from './load-syncs.ts';

/**
 * What the proxy acknowledged last of each type, as istiod's replicas know it. Undefined where there is no istiod to ask, or
 * none that knows the proxy: then nothing tells when the proxy's configuration changes.
 */
export async function loadNonces(
  proxy: ProxyName,
  types: readonly DiscoveryType[],
  context: Pick<LoadContext, 'sources' | 'signal'>,
): Promise<readonly string[] | undefined> {
  const syncs = await loadSyncs(proxy, context);
  return syncs && types.map((type) => syncs.find((sync) => sync.type === type)?.acked ?? '');
}
