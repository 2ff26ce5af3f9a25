'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { proxiesSchema } from '#lib/contract/proxies.ts';

const path = '/api/proxies';

/** The fleet in view, with what its proxies said themselves within the last minutes. */
export function useProxies() {
  const { apiParameters, isReady } = useScope();
  return useAnswer({
    path,
    parameters: { namespaces: apiParameters.namespaces },
    schema: proxiesSchema,
    isEnabled: isReady,
  });
}

/** The same, each proxy itself asked: once, when somebody wants it. */
export function useAskedProxies(isWanted: boolean) {
  const { apiParameters, isReady } = useScope();
  return useAnswer({
    path,
    parameters: { namespaces: apiParameters.namespaces, include: 'proxies' },
    schema: proxiesSchema,
    isEnabled: isReady && isWanted,
    isOnDemand: true,
  });
}
