import type { ReactNode } from 'react';
import type { Graph, GraphQuality } from '#lib/contract/graph.ts';
import { formatCount } from '#lib/format-count.ts';
import { formatRateFigure } from '#lib/format-rate.ts';
import { membersOfBox } from '#lib/graph/members-of-box.ts';
import { requestsIntoGroups } from '#lib/graph/requests-into-groups.ts';
import { graphTotals } from '#lib/graph/totals.ts';
import type { GraphActions } from '../graph-actions.ts';
import { summaryText } from '../words.ts';
import { StatusIcon } from './neighbours-section.tsx';
import { NodeList } from './node-list.tsx';
import { PanelHead } from './panel-head.tsx';
import { PanelSection } from './panel-section.tsx';
import { panelWords } from './panel-words.ts';
import { TotalsTable } from './totals-table.tsx';
import { worstFirst } from './worst-first.ts';

type GraphPanelProps = { graph: Graph; actions: GraphActions; buttons: ReactNode; children?: ReactNode };

/** The whole picture, while nothing is selected. */
export function GraphPanel({ graph, actions, buttons, children }: GraphPanelProps) {
  const totals = graphTotals(graph);
  const bad = worstFirst(
    graph.nodes.filter(({ health }) => health.status === 'failing' || health.status === 'degraded'),
  );
  return (
    <>
      <PanelHead kind={summaryText(graph)} title={panelWords.graphTitle} buttons={buttons} />
      {children}
      <TotalsTable
        rows={[
          { title: panelWords.in, totals: totals.in },
          { title: panelWords.out, totals: totals.out },
          { title: panelWords.all, totals: totals.all },
        ]}
      />
      {bad.length > 0 && (
        <PanelSection isFlush title={panelWords.needsALook}>
          <NodeList nodes={bad} actions={actions} />
        </PanelSection>
      )}
      <NamespaceList graph={graph} actions={actions} />
      <QualityList quality={graph.quality} />
    </>
  );
}

function NamespaceList({ graph, actions }: { graph: Graph; actions: GraphActions }) {
  const boxes = graph.boxes.filter((box) => box.kind === 'namespace');
  const clusters = new Map(
    graph.boxes.flatMap(({ id, kind, name }) => (kind === 'cluster' ? [[id, name]] : [])),
  );
  if (boxes.length === 0) return null;
  const rows = boxes.map((box) => ({ box, members: membersOfBox(graph, box.id) }));
  const rates = requestsIntoGroups(
    graph,
    new Map(rows.flatMap(({ box, members }) => members.map((node) => [node.id, box.id] as const))),
  );
  return (
    <PanelSection
      isFlush
      title={panelWords.namespaces}
      aside={<span className="ml-auto text-xs text-ink-muted">{panelWords.nodesAndRate}</span>}
    >
      <ul>
        {rows.map(({ box, members }) => {
          const [worst] = worstFirst(members);
          return (
            <li key={box.id}>
              <button
                type="button"
                onClick={() => actions.select({ kind: 'box', id: box.id })}
                className="flex h-7 w-full items-center gap-2 px-4 text-left hover:bg-hover focus-visible:-outline-offset-2"
              >
                <StatusIcon status={worst?.health.status ?? 'unknown'} />
                <span className="flex-1 truncate">
                  {box.name}{' '}
                  {clusters.size > 1 && (
                    <span className="text-xs text-ink-muted">{clusters.get(box.parent ?? '')}</span>
                  )}
                </span>
                {box.mtls !== undefined && <span className="text-xs text-ink-muted">{box.mtls}</span>}
                <span className="figure w-8">{formatCount(members.length)}</span>
                <span className="figure w-12">{formatRateFigure(rates.get(box.id))}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </PanelSection>
  );
}

function QualityList({ quality }: { quality: readonly GraphQuality[] }) {
  return (
    <PanelSection title={panelWords.quality}>
      {quality.length === 0 && <p className="text-ink-muted">{panelWords.qualityGood}</p>}
      <ul className="flex flex-col gap-1.5">
        {quality.map((entry) => (
          <li key={entry.code}>
            <p>
              {entry.message} <span className="text-ink-muted">{panelWords.times(entry.count)}</span>
            </p>
            {entry.example !== undefined && (
              <p className="mono truncate text-ink-muted" title={entry.example}>
                {entry.example}
              </p>
            )}
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
