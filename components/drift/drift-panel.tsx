'use client';

import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useProxy } from '#components/ui/scope/use-proxy.ts';
import type { ProxyTabProps } from '#lib/proxy-target.ts';
import { ComparisonPanel } from './comparison-panel.tsx';
import { Findings } from './findings.tsx';
import { useDrift } from './use-comparison.ts';
import { words } from './words.ts';

/** What is wrong between istiod and one proxy: the findings with their proof, then every field that differs. */
export function DriftPanel({ target }: ProxyTabProps) {
  const proxy = useProxy(target);
  const comparison = useDrift(target);
  return (
    <div className="h-full min-h-0 overflow-y-auto pb-6">
      <QueryBoundary query={proxy} isSmall showsWarnings={false}>
        {(item) => <Findings item={item} />}
      </QueryBoundary>
      <h2 className="px-4 pt-3 pb-1 text-base font-semibold">{words.content}</h2>
      <QueryBoundary query={comparison} isSmall>
        {(data) => <ComparisonPanel comparison={data} />}
      </QueryBoundary>
    </div>
  );
}
