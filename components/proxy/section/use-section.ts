'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { type ProxyTarget, proxyRoute } from '#lib/proxy-target.ts';
import type { SectionDefinition, SectionRow } from './section-definition.ts';

/** One section of a proxy's configuration, as the proxy itself has it. */
export function useSection<Row extends SectionRow>(
  target: ProxyTarget,
  { id, schema }: Pick<SectionDefinition<Row>, 'id' | 'schema'>,
) {
  const { hasTime } = useScope();
  return useAnswer({
    path: proxyRoute(target, id),
    parameters: { cluster: target.cluster },
    schema,
    isEnabled: hasTime,
  });
}
