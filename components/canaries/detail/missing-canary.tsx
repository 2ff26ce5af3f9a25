'use client';

import { SearchX } from 'lucide-react';
import Link from 'next/link';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { words } from './words.ts';

/** A page whose rule is not there: deleted, of another name, or without weights any more. */
export function MissingCanary({ detail }: { detail: string }) {
  const address = useScopedAddress();
  return (
    <EmptyState
      icon={SearchX}
      title={words.missing}
      text={detail}
      action={
        <Link href={address('/canaries', { namespaces: '*' })} className="text-accent hover:underline">
          {words.toList}
        </Link>
      }
    />
  );
}
