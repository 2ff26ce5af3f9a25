'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { useScopedAddress } from './scope/use-scoped-address.ts';

type AddressLinkProps = {
  /** An address as answers give it: of one of Vigla's own pages (`/proxies/shop/cart?tab=routes`), or of elsewhere. */
  link: string;
  children: ReactNode;
  className?: string;
};

/** Of Vigla's own pages it keeps namespaces and time. */
export function AddressLink({ link, children, className = 'text-accent hover:underline' }: AddressLinkProps) {
  const address = useScopedAddress();
  const [path = '', query = ''] = link.split('?');
  if (!link.startsWith('/'))
    return (
      <a className={className} href={link}>
        {children}
      </a>
    );
  return (
    <Link className={className} href={address(path, Object.fromEntries(new URLSearchParams(query)))}>
      {children}
    </Link>
  );
}
