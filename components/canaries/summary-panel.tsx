'use client';

import Link from 'next/link';
import { classNames } from '#components/ui/class-names.ts';
import { hasSeveralClusters } from '#components/ui/data-table/cluster-column.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { canaryPath } from '#lib/canary-path.ts';
import type { CanaryItem } from '#lib/contract/canaries.ts';
import { canaryId } from './canary-id.ts';
import { configuredFigures, observedWords } from './split-figures.ts';
import { useCanaries } from './use-canaries.ts';
import { VerdictBadge } from './verdict-badge.tsx';
import { countVerdicts } from './verdict-order.ts';
import { words } from './words.ts';

const shownRows = 5;

/** How many weighted rules have which verdict, and the worst of them by name. */
export function CanariesSummaryPanel() {
  const query = useCanaries();
  return (
    <QueryBoundary
      query={query}
      isSmall
      showsWarnings={false}
      isEmpty={({ items }) => items.length === 0}
      empty={<EmptyState isSmall title={words.none} text={words.noneText} />}
    >
      {({ items }) => (
        <>
          <VerdictCounts items={items} />
          <ul aria-label={words.worstFirst}>
            {items.slice(0, shownRows).map((item) => (
              <SummaryRow key={canaryId(item)} item={item} isClusterSaid={hasSeveralClusters(items)} />
            ))}
          </ul>
        </>
      )}
    </QueryBoundary>
  );
}

/** Each verdict leads to the list of those that have it. */
function VerdictCounts({ items }: { items: readonly CanaryItem[] }) {
  const address = useScopedAddress();
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-0.5 px-3 pb-2">
      {countVerdicts(items).map(({ status, count }) => (
        <Link key={status} href={address('/canaries', { status })} className="hover:underline">
          <VerdictBadge status={status} text={words.counted(status, count)} />
        </Link>
      ))}
    </div>
  );
}

function SummaryRow({ item, isClusterSaid }: { item: CanaryItem; isClusterSaid: boolean }) {
  const address = useScopedAddress();
  const { cluster, object, route, verdict, summary } = item;
  return (
    <li className="flex min-h-[49px] items-center gap-3 border-t px-3 py-1.5 leading-[18px]">
      <div className="min-w-0 flex-1" title={summary}>
        <Link
          href={address(canaryPath(object, route), { cluster })}
          className="block truncate font-medium hover:underline"
        >
          {object.name}
        </Link>
        <p className="truncate text-xs leading-[18px] text-ink-muted">
          {isClusterSaid && `${cluster} · `}
          {object.namespace} · {words.rule(route)}
        </p>
      </div>
      <div className="mono shrink-0 text-xs leading-[18px]">
        <p>
          <span className="text-ink-muted">{words.configured}</span> {configuredFigures(item)}
        </p>
        <p className={classNames(verdict.status === 'mismatch' && 'text-fail')}>
          <span className="text-ink-muted">{words.observed}</span> {observedWords(item)}
        </p>
      </div>
      <span className="w-28 shrink-0">
        <VerdictBadge status={verdict.status} />
      </span>
    </li>
  );
}
