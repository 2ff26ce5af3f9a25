import type { ReactNode } from 'react';
import type { Graph } from '#lib/contract/graph.ts';
import { membersOfBox } from '#lib/graph/members-of-box.ts';
import { directedTotals } from '#lib/graph/totals.ts';
import type { GraphActions } from '../graph-actions.ts';
import type { SelectedPart } from '../selection.ts';
import { actionWords, boxTitles } from '../words.ts';
import { NodeList } from './node-list.tsx';
import { PanelAction, PanelHead } from './panel-head.tsx';
import { PanelSection } from './panel-section.tsx';
import { panelWords } from './panel-words.ts';
import { TotalsTable } from './totals-table.tsx';
import { worstFirst } from './worst-first.ts';

type BoxPanelProps = {
  graph: Graph;
  part: Extract<SelectedPart, { kind: 'box' }>;
  actions: GraphActions;
  buttons: ReactNode;
};

/** A cluster, namespace or app: what crosses its border, what stays inside, and its members. */
export function BoxPanel({ graph, part, actions, buttons }: BoxPanelProps) {
  const { box } = part;
  const members = membersOfBox(graph, box.id);
  const ids = new Set(members.map((node) => node.id));
  const totals = directedTotals(graph, ids);
  const worst = worstFirst(members);
  const kind = box.mtls === undefined ? boxTitles[box.kind] : `${boxTitles[box.kind]} · mTLS ${box.mtls}`;
  return (
    <>
      <PanelHead
        health={worst[0] && { status: worst[0].health.status, reasons: [] }}
        kind={kind}
        title={box.name}
        buttons={buttons}
      >
        <PanelAction onClick={() => actions.hide({ kind: 'box', id: box.id })}>
          {actionWords.hide}
        </PanelAction>
        <PanelAction onClick={() => actions.findSimilar({ kind: 'box', id: box.id })}>
          {actionWords.findMembers}
        </PanelAction>
      </PanelHead>
      <TotalsTable
        rows={[
          { title: panelWords.in, totals: totals.in },
          { title: panelWords.out, totals: totals.out },
          { title: panelWords.inside, totals: totals.inside },
        ]}
      />
      <PanelSection
        isFlush
        title={panelWords.members}
        aside={<span className="ml-auto text-xs text-ink-muted">{panelWords.inPerSecond}</span>}
      >
        <NodeList nodes={worst} actions={actions} />
      </PanelSection>
    </>
  );
}
