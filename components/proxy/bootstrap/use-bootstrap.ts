'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { bootstrapSchema } from '#lib/contract/proxy-sections.ts';
import { type ProxyTarget, proxyRoute } from '#lib/proxy-target.ts';

/** What a proxy was started with. */
export function useBootstrap(target: ProxyTarget) {
  const { hasTime } = useScope();
  return useAnswer({
    path: proxyRoute(target, 'bootstrap'),
    parameters: { cluster: target.cluster },
    schema: bootstrapSchema,
    isEnabled: hasTime,
  });
}
