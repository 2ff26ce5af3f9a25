'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useOwnCluster } from '#components/ui/scope/use-clusters.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { canariesSchema } from '#lib/contract/canaries.ts';

/**
 * Every weighted rule of some namespaces, those in view where none are named, and what was observed of it in the
 * page's time; the worst first.
 */
export function useCanaries(of: readonly string[] = []) {
  const { apiParameters, isReady, hasTime } = useScope();
  const { range, at } = apiParameters;
  const ownCluster = useOwnCluster();
  const isOwn = of.length === 0;
  return useAnswer({
    path: '/api/canaries',
    parameters: {
      // Named namespaces are those of one thing on the page.
      cluster: isOwn ? undefined : ownCluster,
      namespaces: isOwn ? apiParameters.namespaces : [...new Set(of)].sort().join(','),
      range,
      at,
    },
    schema: canariesSchema,
    isEnabled: isOwn ? isReady : hasTime,
  });
}
