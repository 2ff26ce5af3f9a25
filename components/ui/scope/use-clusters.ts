'use client';

import type { ClusterStatus } from '#lib/contract/status.ts';
import { useChosenCluster } from './use-chosen-cluster.ts';
import { useStatus } from './use-status.ts';

type Clusters = {
  /** The home cluster first; none where there is only one. */
  all: readonly ClusterStatus[];
  /** Undefined until it is known. */
  home: string | undefined;
  /** Undefined for all of them. */
  chosen: string | undefined;
};

const none: readonly ClusterStatus[] = [];

/** The clusters of the mesh, and which of them the page is about. */
export function useClusters(): Clusters {
  const chosen = useChosenCluster();
  const status = useStatus().data?.data;
  return { all: status?.clusters ?? none, home: status?.cluster, chosen };
}

/**
 * The cluster of a page about one thing, for questions whose answer would else be about all of them: the chosen one, else
 * home. Undefined where there is only one.
 */
export function useOwnCluster(): string | undefined {
  const { all, home, chosen } = useClusters();
  return chosen ?? (all.length === 0 ? undefined : home);
}
