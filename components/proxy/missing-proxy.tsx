'use client';

import { SearchX } from 'lucide-react';
import Link from 'next/link';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import { words } from './words.ts';

/** A page whose proxy is not there: the pod is gone, or it has none. */
export function MissingProxy({ target: { namespace }, detail }: { target: ProxyTarget; detail: string }) {
  const address = useScopedAddress();
  return (
    <EmptyState
      icon={SearchX}
      title={words.missing.title}
      text={`${detail} ${words.missing.text}`}
      action={
        <span className="flex flex-wrap justify-center gap-4">
          <Link href={address('/proxies')} className="text-accent hover:underline">
            {words.missing.toList}
          </Link>
          <Link
            href={address('/workloads', { namespaces: namespace })}
            className="text-accent hover:underline"
          >
            {words.missing.toWorkloads(namespace)}
          </Link>
        </span>
      }
    />
  );
}
