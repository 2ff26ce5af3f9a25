'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { proxiesSchema } from '#lib/contract/proxies.ts';

/** The proxies of one namespace as istiod tells of them. */
export function useNamespaceProxies(namespace: string) {
  const { hasTime } = useScope();
  return useAnswer({
    path: '/api/proxies',
    parameters: { namespaces: namespace },
    schema: proxiesSchema,
    isEnabled: hasTime,
  });
}
