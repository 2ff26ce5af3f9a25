import type { Sync } from '#lib/contract/proxies.ts';
import { type Coalesced, coalesce } from '#server/coalesce.ts';
import type { ControlPlane } from '#server/mesh/proxies/control-plane.ts';
import { loadSyncStates } from '#server/mesh/proxies/load-control-plane.ts';
import type { IstiodSource, LoadContext, ProxyName } from '#server/sources/interface.ts';

/** The states of all proxies come in one answer: one question serves all that is asked at about the same time. */
const statesLifetimeMs = 3_000;

const statesBySource = new WeakMap<IstiodSource, Coalesced<ControlPlane>>();

type AskContext = Pick<LoadContext, 'sources' | 'signal'>;
type SyncsOf = (proxy: ProxyName) => readonly Sync[] | undefined;

/** How far istiod got with a proxy, by type. Undefined where there is no istiod to ask, or none that knows the proxy. */
export async function loadSyncs(proxy: ProxyName, context: AskContext): Promise<ReturnType<SyncsOf>> {
  const syncsOf = await loadAllSyncs(context);
  return syncsOf(proxy);
}

/** The same of every proxy. */
export async function loadAllSyncs({ sources, signal }: AskContext): Promise<SyncsOf> {
  const { istiod } = sources;
  if (istiod === undefined) return () => undefined;
  const states = statesBySource.get(istiod) ?? newStates(sources.now);
  statesBySource.set(istiod, states);
  const { syncs } = await states.get('', (shared) => loadSyncStates({ sources, signal: shared }), signal);
  return ({ namespace, pod }) => syncs.get(`${pod}.${namespace}`)?.syncs;
}

function newStates(now: () => number): Coalesced<ControlPlane> {
  return coalesce<ControlPlane>({ lifetimeMs: statesLifetimeMs, maximumSize: 1, sizeOf: () => 1, now });
}
