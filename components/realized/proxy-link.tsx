'use client';

import Link from 'next/link';
import { MiddleTruncate } from '#components/ui/middle-truncate.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { type ProxyTarget, proxyPath } from '#lib/proxy-target.ts';

export function ProxyLink({ target }: { target: ProxyTarget }) {
  const address = useScopedAddress();
  return (
    <Link
      href={address(proxyPath(target))}
      className="inline-flex min-w-0 max-w-full text-accent hover:underline"
    >
      <MiddleTruncate text={target.pod} />
    </Link>
  );
}
