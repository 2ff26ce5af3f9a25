'use client';

import Link from 'next/link';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import type { LogPeer } from '#lib/contract/log-peers.ts';
import { targetPath } from '#lib/target.ts';

/** A workload that a log line is about, with its namespace; the pod where no workload owns it. */
export function PlaceLink({ place: { namespace, workload, pod } }: { place: LogPeer['receiver'] }) {
  const address = useScopedAddress();
  if (workload === undefined) return <span className="truncate">{pod}</span>;
  return (
    <span className="flex min-w-0 items-baseline gap-1.5">
      <Link
        href={address(targetPath({ kind: 'workload', namespace, name: workload }))}
        title={pod}
        className="truncate font-medium hover:underline"
        onClick={(event) => event.stopPropagation()}
      >
        {workload}
      </Link>
      <span className="truncate text-xs text-ink-muted">{namespace}</span>
    </span>
  );
}
