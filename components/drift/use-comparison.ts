'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { comparisonSchema } from '#lib/contract/drift.ts';
import { type ProxyTarget, proxyRoute } from '#lib/proxy-target.ts';

/** What istiod would send against what the proxy has. */
export function useDrift(target: ProxyTarget) {
  const { hasTime } = useScope();
  return useAnswer({
    path: proxyRoute(target, 'drift'),
    parameters: { cluster: target.cluster },
    schema: comparisonSchema,
    isEnabled: hasTime,
  });
}

/** Another pod, `<namespace>/<pod>`, against the proxy; costly for both, so asked once. */
export function usePodComparison(target: ProxyTarget, other: string) {
  return useAnswer({
    path: proxyRoute(target, 'compare'),
    parameters: { cluster: target.cluster, with: other },
    schema: comparisonSchema,
    isEnabled: other !== '',
    isOnDemand: true,
  });
}
