'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { rawSchema } from '#lib/contract/raw.ts';
import { type ProxyTarget, proxyRoute } from '#lib/proxy-target.ts';

/** One item of a proxy's dump as it stands there. */
export function useRawItem(target: ProxyTarget, path: string) {
  const { hasTime } = useScope();
  return useAnswer({
    path: proxyRoute(target, 'raw'),
    parameters: { cluster: target.cluster, path },
    schema: rawSchema,
    isEnabled: hasTime,
  });
}
