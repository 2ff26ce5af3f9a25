'use client';

import Link from 'next/link';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { workloadsSchema } from '#lib/contract/inventory.ts';
import { formatQuantity } from '#lib/format-count.ts';
import { useThings } from './use-things.ts';
import { words } from './words.ts';

/** How many workloads have no proxy on all of their pods, and the way to their list. Nothing where all have one. */
export function WithoutProxyLine() {
  const address = useScopedAddress();
  const items = useThings({ path: '/workloads', schema: workloadsSchema }).data?.data.items ?? [];
  const outside = items.filter(({ inMesh }) => inMesh.mode === 'none' || inMesh.mode === 'partial');
  if (outside.length === 0) return null;
  return (
    <p className="flex gap-2 border-t px-3 py-2">
      <span className="min-w-0 flex-1 truncate" title={outside.map(({ name }) => name).join('\n')}>
        {formatQuantity(outside.length, 'workload')} {words.withoutProxy}
      </span>
      <Link href={address('/workloads', { mesh: 'none,partial' })} className="text-accent hover:underline">
        {words.show}
      </Link>
    </p>
  );
}
