'use client';

import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useMesh } from '../use-mesh.ts';
import { ClustersSection } from './clusters-section.tsx';
import { ControlPlanesSection } from './control-planes-section.tsx';
import { GatewaysSection } from './gateways-section.tsx';
import { LeftOversSection } from './left-overs-section.tsx';
import { NetworksSection } from './networks-section.tsx';
import { RevisionsSection } from './revisions-section.tsx';
import { TrustSection } from './trust-section.tsx';
import { VersionsSection } from './versions-section.tsx';

/** What the mesh consists of, and what of it is not as it should be. */
export function OverviewTab() {
  const query = useMesh();
  return (
    <div className="h-full overflow-y-auto">
      <QueryBoundary query={query}>
        {(mesh) => (
          <>
            <ControlPlanesSection planes={mesh.controlPlanes} />
            <LeftOversSection leftOvers={mesh.leftOvers} note={mesh.leftOversNote} />
            <RevisionsSection mesh={mesh} />
            <VersionsSection versions={mesh.versions} rule={mesh.versionRule} />
            <GatewaysSection gateways={mesh.gateways} />
            <ClustersSection clusters={mesh.clusters} />
            <NetworksSection networks={mesh.networks} />
            <TrustSection trust={mesh.trust} />
          </>
        )}
      </QueryBoundary>
    </div>
  );
}
