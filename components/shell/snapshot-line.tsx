'use client';

import { Archive } from 'lucide-react';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { useStatus } from '#components/ui/scope/use-status.ts';
import { formatDateTime } from '#lib/format-time.ts';
import { words } from './words.ts';

/** Above every page of a snapshot: that nothing here is live, and which moment "now" is. */
export function SnapshotLine() {
  const { zone } = useScope();
  const status = useStatus().data?.data;
  if (status?.madeAtMs === undefined) return null;
  const time = `${formatDateTime({ epochMs: status.madeAtMs, zone })}${zone === 'utc' ? ' UTC' : ''}`;
  return (
    <p
      role="note"
      className="flex min-h-7 shrink-0 items-center gap-1.5 border-b bg-raised px-2 py-0.5 text-sm md:px-4"
    >
      <Archive size={14} aria-hidden className="shrink-0 text-ink-muted" />
      <span>{words.snapshotOf(status.cluster, time)}</span>
    </p>
  );
}
