'use client';

import { proxyItemSchema } from '#lib/contract/proxies.ts';
import { type ProxyTarget, proxyRoute } from '#lib/proxy-target.ts';
import { useAnswer } from './use-answer.ts';
import { useScope } from './use-scope.ts';

/** One proxy as istiod and it itself tell of it. */
export function useProxy(target: ProxyTarget) {
  const { hasTime } = useScope();
  return useAnswer({
    path: proxyRoute(target),
    parameters: { cluster: target.cluster },
    schema: proxyItemSchema,
    isEnabled: hasTime,
  });
}
