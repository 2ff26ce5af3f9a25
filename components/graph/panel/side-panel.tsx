'use client';

import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { InCluster } from '#components/ui/scope/in-cluster.tsx';
import type { Graph } from '#lib/contract/graph.ts';
import type { GraphActions } from '../graph-actions.ts';
import type { GraphScope } from '../graph-scope.ts';
import { type Selection, selectedPart } from '../selection.ts';
import type { SplitVerdicts } from '../use-split-verdicts.ts';
import { ActionsMenu } from './actions-menu.tsx';
import { BoxPanel } from './box-panel.tsx';
import { EdgePanel } from './edge-panel.tsx';
import { GraphPanel } from './graph-panel.tsx';
import { NodePanel } from './node-panel.tsx';
import { PanelFrame } from './panel-frame.tsx';
import { panelWords } from './panel-words.ts';

type SidePanelProps = {
  graph: Graph;
  selection: Selection | undefined;
  splits: SplitVerdicts;
  scope: GraphScope;
  actions: GraphActions;
  onClose: () => void;
  /** More about the whole graph, such as what changed since another time. */
  children?: ReactNode;
};

/** What is known of the selected thing, or of the whole graph. */
export function SidePanel(props: SidePanelProps) {
  const { graph, selection, splits, scope, actions, onClose, children } = props;
  const part = selectedPart(graph, selection);
  const label = part === undefined ? panelWords.close : panelWords.clear;
  const buttons = (
    <>
      {selection !== undefined && part !== undefined && (
        <ActionsMenu selection={selection} actions={actions} />
      )}
      <Button
        look="quiet"
        isIcon
        aria-label={label}
        title={label}
        onClick={() => (part === undefined ? onClose() : actions.select(undefined))}
      >
        <X size={16} aria-hidden />
      </Button>
    </>
  );
  return (
    <PanelFrame>
      {part === undefined && (
        <GraphPanel graph={graph} actions={actions} buttons={buttons}>
          {children}
        </GraphPanel>
      )}
      {part?.kind === 'node' && (
        <InCluster name={part.node.cluster}>
          <NodePanel graph={graph} part={part} scope={scope} actions={actions} buttons={buttons} />
        </InCluster>
      )}
      {part?.kind === 'edge' && (
        // What decides about a call are the objects of its caller's cluster.
        <InCluster name={part.source.cluster}>
          <EdgePanel part={part} splits={splits} scope={scope} actions={actions} buttons={buttons} />
        </InCluster>
      )}
      {part?.kind === 'box' && <BoxPanel graph={graph} part={part} actions={actions} buttons={buttons} />}
    </PanelFrame>
  );
}
