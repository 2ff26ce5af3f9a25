import type { WorkloadDetail } from '#lib/contract/details.ts';
import type { Warning } from '#lib/contract/envelope.ts';
import { loadSyncStates } from '#server/mesh/proxies/load-control-plane.ts';
import type { ProxySync } from '#server/mesh/proxies/sync-states.ts';
import type { LoadContext } from '#server/sources/interface.ts';

type LoadedSyncs = { syncs: ReadonlyMap<string, ProxySync> | undefined; warnings: readonly Warning[] };

/** What istiod says of all proxies, where there is a way to it; a warning where not. */
export async function loadSyncs(context: LoadContext): Promise<LoadedSyncs> {
  const { answered, syncs, warnings } = await loadSyncStates(context);
  return { syncs: answered.length === 0 ? undefined : syncs, warnings };
}

/** What a workload's page lacks of istiod's word; a workload without a proxy lacks nothing. */
export function syncWarnings(
  { podList }: WorkloadDetail,
  { syncs, warnings }: LoadedSyncs,
): readonly Warning[] {
  const modes: readonly string[] = ['sidecar', 'partial', 'gateway', 'waypoint'];
  const proxies = podList.filter(({ inMesh }) => modes.includes(inMesh.mode));
  if (proxies.length === 0) return [];
  if (syncs === undefined) return warnings;
  const missing = proxies.filter(({ sync }) => sync === undefined);
  if (missing.length === 0) return [];
  // It may well be connected to a replica that gave no answer.
  if (warnings.length > 0) return warnings;
  const names = missing.slice(0, 3).map(({ name }) => name);
  const more = missing.length > names.length ? ` and ${missing.length - names.length} more` : '';
  const message = `istiod does not know the proxy of ${names.join(', ')}${more}: it is not connected to this istiod.`;
  return [{ code: 'proxy_not_connected', source: 'istiod', message }];
}
