import type { WorkloadDetail } from '#lib/contract/details.ts';
import type { Warning } from '#lib/contract/envelope.ts';
import { messageOf } from '#server/errors.ts';
import { mergeLists } from '#server/mesh/istiod/merge-answers.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { type ProxySync, syncStatesOf } from './sync-states.ts';

type LoadedSyncs = { syncs: ReadonlyMap<string, ProxySync> | undefined; warnings: Warning[] };

/** What istiod says of all proxies, where there is a way to it; a warning where not. */
export async function loadSyncs({ sources, signal }: LoadContext): Promise<LoadedSyncs> {
  const { istiod } = sources;
  if (istiod === undefined)
    return { syncs: undefined, warnings: [warning('this installation has no way to istiod.')] };
  try {
    const answers = await istiod.ask({ endpoint: 'syncz' }, signal);
    const { entries, warnings } = mergeLists(answers);
    if (warnings.length === answers.length) {
      const reasons = warnings.map(({ message }) => message).join(' ');
      return { syncs: undefined, warnings: [warning(reasons || 'no istiod runs.')] };
    }
    return { syncs: syncStatesOf(entries.map(({ value }) => value)), warnings };
  } catch (error) {
    return { syncs: undefined, warnings: [warning(messageOf(error))] };
  }
}

/** What a workload's page lacks of istiod's word; a workload without a proxy lacks nothing. */
export function syncWarnings({ podList }: WorkloadDetail, { syncs, warnings }: LoadedSyncs): Warning[] {
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

function warning(reason: string): Warning {
  return {
    code: 'istiod_missing',
    source: 'istiod',
    message: `Sync states and the proxies' own versions are missing: ${reason}`,
  };
}
