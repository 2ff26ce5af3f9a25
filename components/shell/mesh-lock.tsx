'use client';

import { Lock, LockOpen } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { hasSeveralClusters } from '#components/ui/data-table/cluster-column.ts';
import { Popover } from '#components/ui/popover.tsx';
import { useClusters } from '#components/ui/scope/use-clusters.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import type { NamespaceItem } from '#lib/contract/namespaces.ts';

/** How many of the mesh's namespaces insist on mutual TLS, and each one's mode with the object that sets it. */
export function MeshLock() {
  const hasPicker = useClusters().all.length > 0;
  const items = useScope().namespacesQuery.data?.data.items ?? [];
  const known = items.filter((item) => item.mtls !== undefined && item.inMesh !== 'none');
  const strict = known.filter((item) => item.mtls?.mode === 'STRICT');
  if (known.length === 0) return null;
  const text = strict.length === known.length ? 'STRICT' : `STRICT ${strict.length} of ${known.length} ns`;
  const isClusterSaid = hasSeveralClusters(known);
  const Icon = strict.length === 0 ? LockOpen : Lock;
  return (
    <Popover
      label="Mutual TLS by namespace"
      align="end"
      className="w-80 p-3"
      trigger={
        // The picker of clusters takes its place in the bar.
        <Button look="quiet" className={hasPicker ? 'max-[1600px]:hidden' : 'max-2xl:hidden'}>
          <Icon size={14} aria-hidden /> mTLS <span className="text-ink">{text}</span>
        </Button>
      }
    >
      <h2 className="mb-2 font-semibold">Mutual TLS by namespace</h2>
      <ul className="flex flex-col gap-1">
        {known.map((item) => (
          <li key={`${item.cluster} ${item.name}`} className="flex items-baseline gap-2">
            <span className="min-w-0 flex-1 truncate">
              {item.name} {isClusterSaid && <span className="text-ink-muted">{item.cluster}</span>}
            </span>
            <span className="truncate text-xs text-ink-muted">{setBy(item)}</span>
            <span className="mono w-20 text-right">{item.mtls?.mode}</span>
          </li>
        ))}
      </ul>
    </Popover>
  );
}

function setBy(item: NamespaceItem): string {
  const object = item.mtls?.setBy;
  return object === undefined ? 'no PeerAuthentication' : `${object.namespace}/${object.name}`;
}
