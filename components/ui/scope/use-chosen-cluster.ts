'use client';

import { useSearchParams } from 'next/navigation';

/** The cluster that the page's address names; undefined for the home cluster with all others beside it. */
export function useChosenCluster(): string | undefined {
  const cluster = useSearchParams().get('cluster');
  return cluster === null || cluster === '' ? undefined : cluster;
}
