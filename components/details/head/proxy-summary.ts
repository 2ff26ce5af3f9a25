import type { Pod, WorkloadDetail } from '#lib/contract/details.ts';
import { membershipWords } from '#lib/membership-words.ts';

export type ProxySummary = { text: string; tone: 'ok' | 'warn' | 'none' };

/** `sidecar 1.31-dev, synced`: the versions that run, and whether istiod says that all have their configuration. */
export function proxySummary({ inMesh, podList }: WorkloadDetail): ProxySummary {
  const versions = [...new Set(podList.flatMap(({ proxyVersion }) => proxyVersion ?? []))];
  const parts = [[membershipWords[inMesh.mode].toLowerCase(), versions.join(', ')].join(' ').trim()];
  const told = podList.filter(({ sync }) => sync !== undefined);
  const behind = told.filter(isBehind);
  if (told.length > 0)
    parts.push(behind.length === 0 ? 'synced' : `${behind.length} of ${told.length} not in sync`);
  const tone = told.length === 0 ? 'none' : behind.length === 0 ? 'ok' : 'warn';
  return { text: parts.join(', '), tone };
}

/** istiod sends nothing of a type where there is nothing to say: that is no lag. */
function isBehind({ sync = {} }: Pod): boolean {
  return Object.values(sync).some((state) => state !== 'SYNCED' && state !== 'NOT SENT');
}
