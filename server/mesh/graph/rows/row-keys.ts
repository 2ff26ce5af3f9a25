import type { Addressed, Party } from './edge-row.ts';

/** A workload is known by its name; only where that is missing do app and version stand for it. */
export function partyKey({ cluster, namespace, workload, app, version }: Party): string {
  return workload === '' && app !== ''
    ? `${cluster}/${namespace}//${app}/${version}`
    : `${cluster}/${namespace}/${workload}`;
}

export function addressedKey({ cluster, namespace, name }: Addressed): string {
  return `${cluster}/${namespace}/${name}`;
}
