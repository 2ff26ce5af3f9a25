'use client';

import { EmptyState } from '#components/ui/empty-state.tsx';
import { HealthWhy } from '#components/ui/health-why.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useOwnCluster } from '#components/ui/scope/use-clusters.ts';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import type { ControlPlane } from '#lib/contract/mesh.ts';
import { Card } from './card.tsx';
import { useControlPlanes } from './use-control-planes.ts';
import { words } from './words.ts';

/** Each control plane with its version, and how many of its proxies run what they were sent. */
export function ControlPlanesCard() {
  const address = useScopedAddress();
  const query = useControlPlanes();
  const cluster = useOwnCluster();
  return (
    <Card
      title={words.controlPlanes}
      hint={cluster && words.inCluster(cluster)}
      link={{ text: words.mesh, href: address('/mesh') }}
      className="lg:col-span-6 xl:col-span-4"
    >
      <QueryBoundary
        query={query}
        isSmall
        isEmpty={({ controlPlanes }) => controlPlanes.length === 0}
        empty={<EmptyState isSmall title={words.noControlPlane} text={words.noControlPlaneText} />}
      >
        {({ controlPlanes }) => (
          <ul>
            {controlPlanes.map((plane) => (
              <PlaneRow key={`${plane.namespace}/${plane.revision}`} plane={plane} />
            ))}
          </ul>
        )}
      </QueryBoundary>
    </Card>
  );
}

function PlaneRow({ plane }: { plane: ControlPlane }) {
  const { revision, namespace, versions, proxies, health } = plane;
  return (
    <li className="flex flex-wrap items-center gap-x-3 border-t px-3 py-2">
      <span className="font-medium">{revision}</span>
      <span className="text-ink-muted">{namespace}</span>
      <span className="mono">{versions.join(', ')}</span>
      <span className="flex-1" />
      <span className="text-ink-muted">
        {proxies === undefined
          ? words.proxiesUnknown
          : words.proxiesInSync(proxies.inSync, proxies.connected)}
      </span>
      <HealthWhy name={`istiod ${revision}`} health={health} />
    </li>
  );
}
