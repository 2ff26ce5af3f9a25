'use client';

import Link from 'next/link';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { proxyPath } from '#lib/proxy-target.ts';

/** A pod's name that leads to the page of its proxy. */
export function ProxyLink({ namespace, pod }: { namespace: string; pod: string }) {
  const address = useScopedAddress();
  return (
    <Link href={address(proxyPath({ namespace, pod }))} className="text-accent hover:underline">
      {namespace}/{pod}
    </Link>
  );
}
