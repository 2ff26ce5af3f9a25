'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useOwnCluster } from '#components/ui/scope/use-clusters.ts';
import { proxiesSchema } from '#lib/contract/proxies.ts';

/** All proxies of the cluster that the page is about, asked for when somebody wants to choose one. */
export function useOtherProxies(isWanted: boolean) {
  const cluster = useOwnCluster();
  return useAnswer({
    path: '/api/proxies',
    parameters: { cluster, namespaces: '*' },
    schema: proxiesSchema,
    isEnabled: isWanted,
    isOnDemand: true,
  });
}
