'use client';

import Link from 'next/link';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { proxyPath } from '#lib/proxy-target.ts';
import type { RealizedRow } from './realized-row.ts';

/** Leads to the row of the proxy's page, open. */
export function ItemLink({
  row: { namespace, pod, section, rowId, title, proofPath },
}: {
  row: RealizedRow;
}) {
  const address = useScopedAddress();
  return (
    <Link
      href={address(proxyPath({ namespace, pod }), { tab: section, ...(rowId === '' ? {} : { row: rowId }) })}
      title={`${title}\n${proofPath}`}
      className="mono truncate text-xs text-accent hover:underline"
    >
      {title}
    </Link>
  );
}
