import type { Split } from '#server/mesh/canary/split.ts';

/** A version of a split that a node stands for; `isPart` where some of its workloads stand elsewhere. */
type VersionLedTo = { version: number; isPart: boolean };

export type LeadingSplit = { split: Split; led: readonly VersionLedTo[] };

/** What a node stands for: workloads (`<namespace>/<name>`), or one service. */
type NodeSubject = { service: string | undefined; workloads: readonly string[] };

/** Finds the splits whose requests arrive at a node, with the versions that it stands for by their indexes. */
export function splitsByTarget(splits: readonly Split[]): (subject: NodeSubject) => LeadingSplit[] {
  const byService = new Map<string, Set<Split>>();
  const byWorkload = new Map<string, Set<Split>>();
  for (const split of splits)
    for (const { service, workloads } of split.versions) {
      if (service === undefined) continue;
      addTo(byService, `${service.namespace}/${service.name}`, split);
      for (const workload of workloads) addTo(byWorkload, `${service.namespace}/${workload}`, split);
    }
  return (subject) => {
    const { service, workloads } = subject;
    const found =
      service === undefined
        ? new Set(workloads.flatMap((key) => [...(byWorkload.get(key) ?? [])]))
        : (byService.get(service) ?? []);
    return [...found].map((split) => ({ split, led: versionsLedTo(split, subject) }));
  };
}

function versionsLedTo({ versions }: Split, { service, workloads }: NodeSubject): VersionLedTo[] {
  return versions.flatMap((version, index): VersionLedTo[] => {
    const namespace = version.service?.namespace;
    if (namespace === undefined) return [];
    if (service !== undefined)
      return service === `${namespace}/${version.service?.name}` ? [{ version: index, isPart: false }] : [];
    const here = version.workloads.filter((name) => workloads.includes(`${namespace}/${name}`));
    return here.length === 0 ? [] : [{ version: index, isPart: here.length < version.workloads.length }];
  });
}

function addTo(index: Map<string, Set<Split>>, key: string, split: Split): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, new Set([split]));
  else known.add(split);
}
