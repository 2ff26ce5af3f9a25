'use client';

import Link from 'next/link';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { canaryPath } from '#lib/canary-path.ts';
import type { CanaryItem, CanarySourceSummary, CanaryStatus } from '#lib/contract/canaries.ts';
import { VerdictBadge } from './verdict-badge.tsx';
import { words } from './words.ts';

type SplitVerdictPanelProps = {
  item: CanaryItem;
  /** Of the callers at hand, as far as it shows at the versions at hand. */
  status: CanaryStatus | undefined;
  /** Who is to be named: those at fault, or the only caller. */
  callers: readonly CanarySourceSummary[];
};

/** What is judged of one weighted rule, where something else of it is shown; the rule's own page has the proof. */
export function SplitVerdictPanel({ item, status, callers }: SplitVerdictPanelProps) {
  const address = useScopedAddress();
  const { object, route, summary } = item;
  return (
    <div className="flex flex-col gap-1.5">
      {callers.map(({ namespace, workload, verdict }) => (
        <p key={`${namespace}/${workload}`} className="flex min-w-0 items-center gap-2">
          <VerdictBadge status={verdict.status} isPlate />
          <span className="truncate">
            {workload} <span className="text-ink-muted">{verdict.text}</span>
          </span>
        </p>
      ))}
      {callers.length === 0 && status !== undefined && (
        <p>
          <VerdictBadge status={status} isPlate />
        </p>
      )}
      <p>{summary}</p>
      <p>
        <Link href={address(canaryPath(object, route))} className="text-accent hover:underline">
          {words.openCanary}
        </Link>
        <span className="text-ink-muted">
          {' '}
          {object.kind} {object.namespace}/{object.name}, {route}
        </span>
      </p>
    </div>
  );
}
