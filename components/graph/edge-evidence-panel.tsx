'use client';

import { CallersPanel } from '#components/realized/callers-panel.tsx';
import { useScope } from '#components/ui/scope/use-scope.ts';
import type { GraphEdge } from '#lib/contract/graph.ts';
import { CodesTable } from './panel/codes-table.tsx';
import { ConnectionsTable } from './panel/connections-table.tsx';
import { EdgeProperties } from './panel/edge-properties.tsx';
import { HealthReasons } from './panel/health-reasons.tsx';
import { PanelSection } from './panel/panel-section.tsx';
import { ReportersSection } from './panel/reporters-section.tsx';
import { SeriesSection } from './panel/series-section.tsx';

type EdgeEvidencePanelProps = {
  edge: GraphEdge;
  /** How the graph was asked that the edge is from. */
  picture: { namespaces: string } & Record<string, string>;
};

/** What is known of one edge, side by side, for pages that show it outside the graph. */
export function EdgeEvidencePanel({ edge, picture }: EdgeEvidencePanelProps) {
  const { apiParameters, isReady, zone } = useScope();
  const { namespaces, ...drawn } = picture;
  const scope = { isReady, zone, apiParameters: { ...apiParameters, namespaces }, picture: drawn };
  return (
    <div className="grid grid-cols-1 gap-x-2 xl:grid-cols-3">
      <div>
        <CodesTable edge={edge} />
        <ConnectionsTable edge={edge} />
      </div>
      <div>
        {edge.health.reasons.length > 0 && (
          <PanelSection>
            <HealthReasons health={edge.health} />
          </PanelSection>
        )}
        <PanelSection>
          <SeriesSection key={edge.id} selection={{ kind: 'edge', id: edge.id }} scope={scope} />
        </PanelSection>
        <ReportersSection edge={edge} />
      </div>
      <div>
        <PanelSection>
          <EdgeProperties edge={edge} />
        </PanelSection>
        <PanelSection>
          <CallersPanel key={edge.id} call={{ edge: edge.id }} />
        </PanelSection>
      </div>
    </div>
  );
}
