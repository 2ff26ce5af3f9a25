'use client';

import { User } from 'lucide-react';
import { Popover } from '#components/ui/popover.tsx';
import { useStatus } from '#components/ui/scope/use-status.ts';
import { SnapshotDownload } from './snapshot-download.tsx';
import { UserCard } from './user-card.tsx';

/** Who Vigla takes the reader for. */
export function UserMenu() {
  const user = useStatus().data?.data.user;
  const name = user?.name ?? 'User';
  return (
    <Popover
      label="User"
      align="end"
      className="w-64 p-3"
      trigger={
        <button
          type="button"
          aria-label={`User: ${name}`}
          className="grid size-6 shrink-0 place-items-center rounded-full bg-pressed text-[10px] font-semibold"
        >
          {user === undefined || user.isAnonymous ? <User size={13} aria-hidden /> : initials(name)}
        </button>
      }
    >
      <UserCard />
      <SnapshotDownload />
    </Popover>
  );
}

function initials(name: string): string {
  const parts = name.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '');
  return parts
    .slice(0, 2)
    .map((part) => part.charAt(0).toUpperCase())
    .join('');
}
