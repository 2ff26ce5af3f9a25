'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useOwnCluster } from '#components/ui/scope/use-clusters.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { proxiesSchema } from '#lib/contract/proxies.ts';

/** The proxies of one namespace of the cluster that the page is about, as istiod tells of them. */
export function useNamespaceProxies(namespace: string) {
  const { hasTime } = useScope();
  const cluster = useOwnCluster();
  return useAnswer({
    path: '/api/proxies',
    parameters: { cluster, namespaces: namespace },
    schema: proxiesSchema,
    isEnabled: hasTime,
  });
}
