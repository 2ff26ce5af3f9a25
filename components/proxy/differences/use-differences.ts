'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useProxy } from '#components/ui/scope/use-proxy.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { comparisonSchema, type ResourceDifference } from '#lib/contract/drift.ts';
import { type ProxyTarget, proxyRoute } from '#lib/proxy-target.ts';

/**
 * How the resources of a section differ from what istiod has; undefined where nobody found that they do. Asked only then:
 * it costs a dump of istiod.
 */
export function useDifferences(target: ProxyTarget, section: string): ResourceDifference[] | undefined {
  const { hasTime } = useScope();
  const drift = useProxy(target).data?.data.drift ?? [];
  const differs = drift.some(
    (finding) => finding.class === 'contentDiffers' && finding.items.some((item) => item.section === section),
  );
  const comparison = useAnswer({
    path: proxyRoute(target, 'drift'),
    parameters: { cluster: target.cluster },
    schema: comparisonSchema,
    isEnabled: hasTime && differs,
  });
  if (!differs) return undefined;
  return comparison.data?.data.differences.filter((difference) => difference.section === section);
}
