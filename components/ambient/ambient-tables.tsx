'use client';

import { useRouter } from 'next/navigation';
import type { ComponentType } from 'react';
import { DataTable } from '#components/ui/data-table/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { useUrlState } from '#components/ui/use-url-state.ts';
import type { Ambient, WaypointItem } from '#lib/contract/ambient.ts';
import { proxyPath } from '#lib/proxy-target.ts';
import { type AmbientView, ambientUrl } from './ambient-state.ts';
import { capturedColumns } from './captured-columns.tsx';
import { gapColumns } from './gap-columns.tsx';
import { waypointColumns } from './waypoint-columns.tsx';
import { WaypointDetails } from './waypoint-details.tsx';
import { words } from './words.ts';
import { ztunnelColumns } from './ztunnel-columns.tsx';

type TableProps = { ambient: Ambient };

/** The tables of the ambient tab, by what they list. */
export const ambientTables: Record<AmbientView, ComponentType<TableProps>> = {
  pods: ({ ambient: { pods } }) => (
    <DataTable
      name="captured pods"
      rows={pods}
      columns={capturedColumns}
      rowId={({ namespace, pod }) => `${namespace}/${pod}`}
      empty={<EmptyState isSmall title={words.none.pods} />}
    />
  ),
  waypoints: WaypointTable,
  gaps: ({ ambient: { gaps } }) => (
    <DataTable
      name="objects without a waypoint"
      rows={gaps}
      columns={gapColumns}
      rowId={({ object }) => `${object.kind}/${object.namespace}/${object.name}`}
      empty={<EmptyState isSmall title={words.none.gaps} />}
    />
  ),
  ztunnels: ZtunnelTable,
};

const detailsHeight = 300;

function WaypointTable({ ambient: { waypoints } }: TableProps) {
  const [{ open }, change] = useUrlState(ambientUrl);
  const idOf = ({ namespace, name }: WaypointItem) => `${namespace}/${name}`;
  return (
    <DataTable
      name="waypoints"
      rows={waypoints}
      columns={waypointColumns}
      rowId={idOf}
      selectedId={open}
      onRowClick={(row) => change({ open: idOf(row) === open ? '' : idOf(row) }, { history: 'replace' })}
      expansion={{
        openId: open,
        height: detailsHeight,
        content: (waypoint) => <WaypointDetails waypoint={waypoint} />,
      }}
      empty={<EmptyState isSmall title={words.none.waypoints} />}
    />
  );
}

function ZtunnelTable({ ambient: { ztunnels } }: TableProps) {
  const router = useRouter();
  const address = useScopedAddress();
  return (
    <DataTable
      name="ztunnels"
      rows={ztunnels}
      columns={ztunnelColumns}
      rowId={({ namespace, pod }) => `${namespace}/${pod}`}
      onRowClick={({ namespace, pod }) => router.push(address(proxyPath({ namespace, pod })))}
      empty={<EmptyState isSmall title={words.none.ztunnels} />}
    />
  );
}
