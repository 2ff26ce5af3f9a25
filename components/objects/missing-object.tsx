'use client';

import { SearchX } from 'lucide-react';
import Link from 'next/link';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import type { ObjectReference } from '#lib/contract/evidence.ts';
import { kindTitle } from '#lib/objects/config-kinds.ts';
import { words } from './words.ts';

/** A page whose object is not there: deleted, never made, or of a kind that may not be read. */
export function MissingObject({ object, detail }: { object: ObjectReference; detail: string }) {
  const address = useScopedAddress();
  return (
    <EmptyState
      icon={SearchX}
      title={words.noSuchObject(kindTitle(object.kind))}
      text={detail}
      action={
        <Link
          href={address('/config', { namespaces: '*', kind: object.kind })}
          className="text-accent hover:underline"
        >
          {words.allOfKind(kindTitle(object.kind))}
        </Link>
      }
    />
  );
}
