'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { proxyStatsSchema } from '#lib/contract/proxy-stats.ts';
import { type ProxyTarget, proxyRoute } from '#lib/proxy-target.ts';

type Asked = { unused: boolean; filter: string };

/** What a proxy counts now. `filter` is for what is too much to be sent at once. */
export function useStats(target: ProxyTarget, { unused, filter }: Asked) {
  const { hasTime } = useScope();
  return useAnswer({
    path: proxyRoute(target, 'stats'),
    parameters: {
      cluster: target.cluster,
      unused: unused ? 'true' : undefined,
      filter: filter === '' ? undefined : filter,
    },
    schema: proxyStatsSchema,
    isEnabled: hasTime,
    keepsParts: false,
  });
}
