import type { Addressed, EdgeRow, Party } from '../rows/edge-row.ts';

/** A workload is known by its name; only where that is missing do app and version stand for it. */
export function partyKey({ cluster, namespace, workload, app, version }: Party): string {
  return workload === '' && app !== ''
    ? `${cluster}/${namespace}//${app}/${version}`
    : `${cluster}/${namespace}/${workload}`;
}

export function addressedKey({ cluster, namespace, name }: Addressed): string {
  return `${cluster}/${namespace}/${name}`;
}

/** Two workloads and a protocol: what both reporters agree on, whatever service each believes was addressed. */
export function pairKey(row: Pick<EdgeRow, 'source' | 'destination' | 'protocol'>): string {
  return `${partyKey(row.source)}|${partyKey(row.destination)}|${row.protocol}`;
}
