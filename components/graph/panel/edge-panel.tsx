import type { ReactNode } from 'react';
import { CallersPanel } from '#components/realized/callers-panel.tsx';
import type { GraphActions } from '../graph-actions.ts';
import type { GraphScope } from '../graph-scope.ts';
import { protocolTitles } from '../node-words.ts';
import type { SelectedPart } from '../selection.ts';
import type { SplitVerdicts } from '../use-split-verdicts.ts';
import { actionWords } from '../words.ts';
import { CodesTable } from './codes-table.tsx';
import { ConnectionsTable } from './connections-table.tsx';
import { EdgeProperties } from './edge-properties.tsx';
import { figuresOfEdge } from './figures-of.ts';
import { KeyFigures } from './key-figures.tsx';
import { NodeTitle } from './node-title.tsx';
import { PanelAction, PanelHead } from './panel-head.tsx';
import { PanelSection } from './panel-section.tsx';
import { panelWords } from './panel-words.ts';
import { ReportersSection } from './reporters-section.tsx';
import { SeriesSection } from './series-section.tsx';
import { SplitSection } from './split-section.tsx';

type EdgePanelProps = {
  part: Extract<SelectedPart, { kind: 'edge' }>;
  splits: SplitVerdicts;
  scope: GraphScope;
  actions: GraphActions;
  buttons: ReactNode;
};

/** One edge: how much, how well, who says so, and between whom. */
export function EdgePanel({ part, splits, scope, actions, buttons }: EdgePanelProps) {
  const { edge, source, target } = part;
  return (
    <>
      <PanelHead
        health={edge.health}
        kind={panelWords.edgeKind(protocolTitles[edge.protocol])}
        buttons={buttons}
        title={
          <>
            <NodeTitle node={source} /> <span className="font-normal text-ink-muted">→</span>{' '}
            <NodeTitle node={target} />
          </>
        }
      >
        <PanelAction onClick={() => actions.select({ kind: 'node', id: source.id })}>
          {panelWords.client}
        </PanelAction>
        <PanelAction onClick={() => actions.select({ kind: 'node', id: target.id })}>
          {panelWords.server}
        </PanelAction>
        <PanelAction onClick={() => actions.openInTable({ kind: 'edge', id: edge.id })}>
          {actionWords.openInTable}
        </PanelAction>
      </PanelHead>
      <PanelSection>
        <KeyFigures figures={figuresOfEdge(edge)} />
        <SeriesSection key={edge.id} selection={{ kind: 'edge', id: edge.id }} scope={scope} />
      </PanelSection>
      <SplitSection edge={edge} splits={splits} />
      <CodesTable edge={edge} />
      <ConnectionsTable edge={edge} />
      <ReportersSection edge={edge} />
      <PanelSection>
        <EdgeProperties edge={edge} hasSplitSection={edge.split !== undefined} />
      </PanelSection>
      <PanelSection>
        <CallersPanel key={edge.id} call={{ edge: edge.id }} />
      </PanelSection>
    </>
  );
}
