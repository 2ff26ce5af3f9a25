'use client';

import Link from 'next/link';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import { useTabAddress } from '../use-tab-address.ts';
import { words } from '../words.ts';

/** To the endpoints of one cluster. */
export function EndpointsLink({ target, cluster }: { target: ProxyTarget; cluster: string }) {
  const address = useTabAddress(target);
  return (
    <Link
      href={address('endpoints', { upstream: cluster })}
      title={words.endpointsOf(cluster)}
      className="text-accent hover:underline"
    >
      {words.show}
    </Link>
  );
}
