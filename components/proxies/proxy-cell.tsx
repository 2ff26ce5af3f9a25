'use client';

import Link from 'next/link';
import { MiddleTruncate } from '#components/ui/middle-truncate.tsx';
import { ClusterHere } from '#components/ui/scope/in-cluster.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import type { ProxyItem } from '#lib/contract/proxies.ts';
import { proxyPath } from '#lib/proxy-target.ts';
import { targetPath } from '#lib/target.ts';
import { DriftCell } from './drift-cell.tsx';

/** The pod's name, which leads to its proxy's page. */
export function ProxyCell({ item }: { item: ProxyItem }) {
  const address = useScopedAddress();
  return (
    <Link href={address(proxyPath(item))} className="flex min-w-0 font-medium hover:underline">
      <MiddleTruncate text={item.pod} />
    </Link>
  );
}

/** The name, and below it its drift and namespace, which have no columns of their own where it is narrow. */
export function NarrowProxyCell({ item }: { item: ProxyItem }) {
  return (
    <span className="flex min-w-0 flex-col">
      <ProxyCell item={item} />
      <span className="flex min-w-0 items-center gap-1.5 text-xs leading-4">
        <DriftCell item={item} />
        <span className="truncate text-ink-muted">
          <ClusterHere />
          {item.namespace}
        </span>
      </span>
    </span>
  );
}

/** The workload that the pod belongs to, which leads to its page. */
export function WorkloadCell({ item }: { item: ProxyItem }) {
  const address = useScopedAddress();
  if (item.workload === undefined) return <span className="text-ink-muted">–</span>;
  const { name, kind } = item.workload;
  return (
    <Link
      href={address(targetPath({ kind: 'workload', namespace: item.namespace, name }))}
      title={`${kind} ${name}`}
      className="flex min-w-0 hover:underline"
    >
      <MiddleTruncate text={name} />
    </Link>
  );
}
