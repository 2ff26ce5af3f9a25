'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { logPeersSchema } from '#lib/contract/log-peers.ts';
import { type Target, targetRoute } from '#lib/target.ts';

/** Peers that only access logs tell of. Reads the logs of proxies, so it is asked only once somebody looks. */
export function useLogPeers(target: Target, { isEnabled }: { isEnabled: boolean }) {
  const { apiParameters, hasTime } = useScope();
  const { range, at } = apiParameters;
  return useAnswer({
    path: targetRoute(target, 'log-peers'),
    parameters: { range, at, cluster: target.cluster },
    schema: logPeersSchema,
    isEnabled: hasTime && isEnabled,
    isOnDemand: true,
  });
}
