'use client';

import Link from 'next/link';
import { MiddleTruncate } from '#components/ui/middle-truncate.tsx';
import { ClusterHere } from '#components/ui/scope/in-cluster.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import { type Item, itemStatus } from '#lib/item-status.ts';
import { type Target, targetPath } from '#lib/target.ts';

type NameCellProps = { kind: Target['kind']; item: Item };

/** A thing's name, which leads to its page. */
export function NameCell({ kind, item: { namespace, name } }: NameCellProps) {
  const address = useScopedAddress();
  return (
    <Link
      href={address(targetPath({ kind, namespace, name }))}
      className="flex min-w-0 font-medium hover:underline"
    >
      <MiddleTruncate text={name} />
    </Link>
  );
}

/** The name, and below it state and namespace, which have no columns of their own where it is narrow. */
export function NarrowNameCell({ kind, item }: NameCellProps) {
  return (
    <span className="flex min-w-0 flex-col">
      <NameCell kind={kind} item={item} />
      <span className="flex min-w-0 items-center gap-1.5 text-xs leading-4">
        <StatusBadge status={itemStatus(item)} />
        <span className="truncate text-ink-muted">
          <ClusterHere />
          {item.namespace}
        </span>
      </span>
    </span>
  );
}
