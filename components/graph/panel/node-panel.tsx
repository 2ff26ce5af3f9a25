import type { ReactNode } from 'react';
import { Tag } from '#components/ui/chip.tsx';
import { KeyValueList } from '#components/ui/key-value-list.tsx';
import { WhyBody } from '#components/ui/why-popover.tsx';
import type { Graph, GraphNode } from '#lib/contract/graph.ts';
import { formatBytesPerSecond } from '#lib/format-bytes.ts';
import { formatCount } from '#lib/format-count.ts';
import { formatRate } from '#lib/format-rate.ts';
import { formatShare } from '#lib/format-share.ts';
import { neighboursOf } from '#lib/graph/neighbours.ts';
import { directedTotals } from '#lib/graph/totals.ts';
import type { GraphActions } from '../graph-actions.ts';
import type { GraphScope } from '../graph-scope.ts';
import { nodeKindTitles } from '../node-words.ts';
import type { SelectedPart } from '../selection.ts';
import { actionWords } from '../words.ts';
import { BadgesSection } from './badges-section.tsx';
import { KeyFigures, keyFigure } from './key-figures.tsx';
import { NeighboursSection } from './neighbours-section.tsx';
import { NodeTitle } from './node-title.tsx';
import { PageLinks } from './page-links.tsx';
import { PanelAction, PanelHead } from './panel-head.tsx';
import { PanelSection } from './panel-section.tsx';
import { panelWords } from './panel-words.ts';
import { SeriesSection } from './series-section.tsx';

type NodePanelProps = {
  graph: Graph;
  part: Extract<SelectedPart, { kind: 'node' }>;
  scope: GraphScope;
  actions: GraphActions;
  buttons: ReactNode;
};

/** One node: what it is, its traffic, its neighbours, and what is configured for it. */
export function NodePanel({ graph, part, scope, actions, buttons }: NodePanelProps) {
  const { node } = part;
  const { callers, called } = neighboursOf(graph, node.id);
  const labels = Object.entries(node.labels);
  return (
    <>
      <PanelHead
        health={node.health}
        kind={nodeKindTitles[node.kind]}
        buttons={buttons}
        title={<NodeTitle node={node} />}
      >
        <PageLinks node={node} />
        <PanelAction onClick={() => actions.focus(node.id, 'upstream')}>
          {actionWords.focusUpstream}
        </PanelAction>
        <PanelAction onClick={() => actions.focus(node.id, 'downstream')}>
          {actionWords.focusDownstream}
        </PanelAction>
        <PanelAction onClick={() => actions.hide({ kind: 'node', id: node.id })}>
          {actionWords.hide}
        </PanelAction>
        <PanelAction onClick={() => actions.openInTable({ kind: 'node', id: node.id })}>
          {actionWords.openInTable}
        </PanelAction>
      </PanelHead>
      {node.explanation !== undefined && (
        <PanelSection>
          <WhyBody title={panelWords.whatItIs} explanation={node.explanation} />
        </PanelSection>
      )}
      <PanelSection>
        <KeyFigures figures={figuresOf(graph, node.id)} />
        <SeriesSection key={node.id} selection={{ kind: 'node', id: node.id }} scope={scope} />
      </PanelSection>
      <NeighboursSection title={panelWords.callers} neighbours={callers} actions={actions} />
      <NeighboursSection title={panelWords.called} neighbours={called} actions={actions} />
      <BadgesSection badges={node.badges} />
      <PanelSection title={panelWords.properties}>
        <KeyValueList
          rows={[
            { key: panelWords.namespace, value: namespaceText(node) },
            { key: panelWords.cluster, value: node.cluster },
            { key: panelWords.app, value: mono(node.app) },
            { key: panelWords.version, value: mono(node.version) },
            { key: panelWords.workload, value: mono(node.workload) },
            { key: panelWords.service, value: mono(node.service) },
            {
              key: panelWords.pods,
              value: node.podCount === undefined ? undefined : formatCount(node.podCount),
            },
            { key: panelWords.inMesh, value: yesOrNo(node.inMesh) },
            {
              key: panelWords.hosts,
              value: node.hosts?.map((host) => (
                <span key={host} className="mono block truncate" title={host}>
                  {host}
                </span>
              )),
            },
          ]}
        />
      </PanelSection>
      {labels.length > 0 && (
        <PanelSection title={panelWords.labels}>
          <div className="flex flex-wrap gap-1">
            {labels.map(([key, value]) => (
              <Tag key={key} className="max-w-full truncate">
                {key}={value}
              </Tag>
            ))}
          </div>
        </PanelSection>
      )}
    </>
  );
}

function figuresOf(graph: Graph, nodeId: string) {
  const totals = directedTotals(graph, new Set([nodeId]));
  const isTcp = totals.in.requestsPerSecond === undefined && totals.out.requestsPerSecond === undefined;
  const failing = totals.in.errorShare ?? totals.out.errorShare;
  return [
    keyFigure(
      panelWords.in,
      isTcp ? formatBytesPerSecond(totals.in.bytesPerSecond) : formatRate(totals.in.requestsPerSecond),
    ),
    keyFigure(panelWords.errors, formatShare(failing), (failing ?? 0) > 0 ? 'fail' : undefined),
    keyFigure(
      panelWords.out,
      isTcp ? formatBytesPerSecond(totals.out.bytesPerSecond) : formatRate(totals.out.requestsPerSecond),
    ),
  ];
}

function namespaceText(node: Pick<GraphNode, 'kind' | 'namespace' | 'isOutside'>): ReactNode {
  if (node.kind === 'restricted') return panelWords.notVisible;
  if (node.namespace === undefined) return panelWords.notMember;
  return node.isOutside ? `${node.namespace}, ${panelWords.outside}` : node.namespace;
}

function mono(text: string | undefined): ReactNode {
  return text === undefined ? undefined : <span className="mono">{text}</span>;
}

function yesOrNo(value: boolean | undefined): string | undefined {
  if (value === undefined) return undefined;
  return value ? panelWords.yes : panelWords.no;
}
