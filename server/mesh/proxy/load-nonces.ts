import type { DiscoveryType } from '#lib/contract/proxies.ts';
import { type Coalesced, coalesce } from '#server/coalesce.ts';
import type { ControlPlane } from '#server/mesh/proxies/control-plane.ts';
import { loadSyncStates } from '#server/mesh/proxies/load-control-plane.ts';
import type { IstiodSource, LoadContext, ProxyName } from '#server/sources/interface.ts';

/** The states of all proxies come in one answer: one question serves all that is asked at about the same time. */
const statesLifetimeMs = 3_000;

const statesBySource = new WeakMap<IstiodSource, Coalesced<ControlPlane>>();

/**
 * What the proxy acknowledged last of each type, as istiod's replicas know it. Undefined where there is no istiod to ask, or
 * none that knows the proxy: then nothing tells when the proxy's configuration changes.
 */
export async function loadNonces(
  { namespace, pod }: ProxyName,
  types: readonly DiscoveryType[],
  { sources, signal }: Pick<LoadContext, 'sources' | 'signal'>,
): Promise<readonly string[] | undefined> {
  const { istiod } = sources;
  if (istiod === undefined) return undefined;
  const known = statesBySource.get(istiod);
  const states =
    known ??
    coalesce<ControlPlane>({
      lifetimeMs: statesLifetimeMs,
      maximumSize: 1,
      sizeOf: () => 1,
      now: sources.now,
    });
  if (known === undefined) statesBySource.set(istiod, states);
  const { syncs } = await states.get('', (shared) => loadSyncStates({ sources, signal: shared }), signal);
  const proxy = syncs.get(`${pod}.${namespace}`);
  return proxy && types.map((type) => proxy.syncs.find((sync) => sync.type === type)?.acked ?? '');
}
