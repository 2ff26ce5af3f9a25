'use client';

import { CircleDot, Diamond } from 'lucide-react';
import Link from 'next/link';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import type { AppliedPlace } from '#lib/contract/objects.ts';
import { targetPath } from '#lib/target.ts';

const icons = { workload: CircleDot, service: Diamond } as const;

/** A workload or service by name, which leads to its page. */
export function PlaceLink({ place: { kind, namespace, name } }: { place: AppliedPlace }) {
  const address = useScopedAddress();
  const Icon = icons[kind];
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Icon size={14} strokeWidth={1.5} aria-hidden className="shrink-0 text-ink-muted" />
      <Link
        href={address(targetPath({ kind, namespace, name }), { tab: 'config' })}
        className="truncate text-accent hover:underline"
      >
        {name}
      </Link>
      <span className="truncate text-xs text-ink-muted">
        {kind} in {namespace}
      </span>
    </span>
  );
}
