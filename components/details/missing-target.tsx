'use client';

import { SearchX } from 'lucide-react';
import Link from 'next/link';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import type { Target } from '#lib/target.ts';
import { words } from './words.ts';

/** A page whose target is not there: gone, never was, or in a namespace that may not be seen. */
export function MissingTarget({ target, detail }: { target: Target; detail: string }) {
  const address = useScopedAddress();
  const { kind, namespace, name } = target;
  const list = `/${kind}s`;
  return (
    <EmptyState
      icon={SearchX}
      title={words.notFound[kind]}
      text={detail}
      action={
        <span className="flex flex-wrap justify-center gap-4">
          <Link href={address(list, { namespaces: namespace })} className="text-accent hover:underline">
            {words.toList(kind, namespace)}
          </Link>
          <Link href={address(list, { namespaces: '*', q: name })} className="text-accent hover:underline">
            {words.findByName}
          </Link>
        </span>
      }
    />
  );
}
