'use client';

import { ComparisonPanel } from '#components/drift/comparison-panel.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import type { ProxyComparisonItem } from '#lib/contract/compare-proxies.ts';
import { comparedSides } from '../compared-sides.ts';
import { useComparedProxy } from '../use-comparison.ts';
import { words } from '../words.ts';
import { asComparison } from './as-comparison.ts';

/** Every resource of a proxy that differs, or why nothing could be compared. */
export function ProxyDetail({ proxy }: { proxy: ProxyComparisonItem }) {
  const { workload, match, because, namespace, beforePod, afterPod } = proxy;
  const isOnOneSide = match === 'onlyBefore' || match === 'onlyAfter';
  return (
    <section aria-label={workload} className="h-full overflow-y-auto bg-canvas pb-3">
      <p className="px-4 pt-2 text-ink-muted wrap-anywhere">
        {words.matchText[match]}{' '}
        {match === 'sameWorkload' && (
          <span className="mono text-xs">
            {beforePod} → {afterPod}
          </span>
        )}
      </p>
      {!isOnOneSide && because !== undefined && <p className="px-4 pt-1 wrap-anywhere">{because}</p>}
      {!isOnOneSide && because === undefined && (
        <Resources namespace={namespace} pod={afterPod ?? beforePod ?? ''} />
      )}
    </section>
  );
}

function Resources({ namespace, pod }: { namespace: string; pod: string }) {
  const query = useComparedProxy({ namespace, pod });
  return (
    <QueryBoundary query={query} isSmall showsWarnings={false}>
      {(compared) => <ComparisonPanel comparison={asComparison(compared)} sides={comparedSides} />}
    </QueryBoundary>
  );
}
