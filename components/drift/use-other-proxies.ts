'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { proxiesSchema } from '#lib/contract/proxies.ts';

/** All proxies of the mesh, asked for when somebody wants to choose one. */
export function useOtherProxies(isWanted: boolean) {
  return useAnswer({
    path: '/api/proxies',
    parameters: { namespaces: '*' },
    schema: proxiesSchema,
    isEnabled: isWanted,
    isOnDemand: true,
  });
}
