import { ViglaError } from '#server/errors.ts';
import type { LoadContext, ProxyName } from '#server/sources/interface.ts';
import type { DumpSection } from './dump/dump.ts';

/** What Envoy is asked to leave out everything else: a route table costs a route table. */
const masks: Record<DumpSection, string | undefined> = {
  clusters: 'dynamic_active_clusters,dynamic_warming_clusters,static_clusters',
  listeners: 'dynamic_listeners,static_listeners',
  routes: 'dynamic_route_configs,static_route_configs',
  secrets: 'dynamic_active_secrets,dynamic_warming_secrets,static_secrets',
  // These two come with `include_eds` or not at all.
  endpoints: undefined,
  ecds: undefined,
};

/**
 * The bytes of a proxy's own dump, of one section or (without one) all of it with endpoints.
 * @throws ViglaError `not_found` where this installation has no way to proxies, `too_large`, `source_*`
 */
export async function loadDump(
  proxy: ProxyName,
  section: DumpSection | undefined,
  { sources, signal }: Pick<LoadContext, 'sources' | 'signal'>,
): Promise<Uint8Array> {
  const { envoy } = sources;
  if (envoy === undefined)
    throw new ViglaError(
      'not_found',
      'This installation has no way to the proxies: it may not forward ports to pods.',
    );
  const mask = section && masks[section];
  const parameters: Record<string, string> = mask === undefined ? { include_eds: '' } : { mask };
  return envoy.admin(proxy, { path: 'config_dump', parameters }, signal);
}
