'use client';

import { LogOut } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { useStatus } from '#components/ui/scope/use-status.ts';
import { useSignOut } from './use-sign-out.ts';
import { words } from './words.ts';

/** Who Vigla takes the reader for, with the way out where there is one. */
export function UserCard() {
  const user = useStatus().data?.data.user;
  const signOut = useSignOut();
  if (user === undefined) return <p className="text-ink-muted">{words.userUnknown}</p>;
  return (
    <div className="flex flex-col gap-2">
      <p className="font-medium wrap-anywhere">{user.name}</p>
      {user.isAnonymous && <p className="text-ink-muted">{words.anonymous}</p>}
      {user.groups.length > 0 && (
        <div>
          <h3 className="text-xs text-ink-muted">{words.groups}</h3>
          <ul className="mono max-h-40 overflow-y-auto">
            {user.groups.map((group) => (
              <li key={group} className="wrap-anywhere">
                {group}
              </li>
            ))}
          </ul>
        </div>
      )}
      {user.canSignOut && (
        <Button className="self-start" disabled={signOut.isPending} onClick={() => signOut.mutate()}>
          <LogOut size={14} aria-hidden /> {words.signOut}
        </Button>
      )}
      {signOut.error !== null && <p className="text-fail">{signOut.error.message}</p>}
    </div>
  );
}
