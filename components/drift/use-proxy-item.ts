'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { proxyItemSchema } from '#lib/contract/proxies.ts';
import { type ProxyTarget, proxyRoute } from '#lib/proxy-target.ts';

/** The proxy with its drift, as the head of its page has it: the same question, so the same answer. */
export function useProxyItem(target: ProxyTarget) {
  const { hasTime } = useScope();
  return useAnswer({
    path: proxyRoute(target),
    parameters: { cluster: target.cluster },
    schema: proxyItemSchema,
    isEnabled: hasTime,
  });
}
