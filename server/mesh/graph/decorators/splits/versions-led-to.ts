import type { Split } from '#server/mesh/canary/split.ts';

/** A version of a split that a node stands for; `isPart` where some of its workloads stand elsewhere. */
export type VersionLedTo = { version: number; isPart: boolean };

/** What a node stands for: workloads (`<namespace>/<name>`), or one service. */
export type NodeSubject = { service: string | undefined; workloads: ReadonlySet<string> };

/** The versions of a split whose requests arrive at a node, by their indexes. */
export function versionsLedTo({ versions }: Split, { service, workloads }: NodeSubject): VersionLedTo[] {
  return versions.flatMap((version, index): VersionLedTo[] => {
    const namespace = version.service?.namespace;
    if (namespace === undefined) return [];
    if (service !== undefined)
      return service === `${namespace}/${version.service?.name}` ? [{ version: index, isPart: false }] : [];
    const here = version.workloads.filter((name) => workloads.has(`${namespace}/${name}`));
    return here.length === 0 ? [] : [{ version: index, isPart: here.length < version.workloads.length }];
  });
}
