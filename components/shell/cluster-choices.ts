import type { ClusterStatus } from '#lib/contract/status.ts';

type Clusters = { all: readonly ClusterStatus[]; home: string | undefined; chosen: string | undefined };

/**
 * The clusters to choose from, each name once. Undefined where there is nothing to choose: the mesh has one cluster, and
 * the address names no other.
 */
export function clusterChoices({ all, home, chosen }: Clusters): ClusterStatus[] | undefined {
  if (all.length > 0)
    return all.filter(({ name }, index) => all.findIndex((one) => one.name === name) === index);
  if (home === undefined || chosen === undefined || chosen === home) return undefined;
  return [];
}
