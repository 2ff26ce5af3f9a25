'use client';

import dynamic from 'next/dynamic';
import { type Ref, useMemo } from 'react';
import type { Graph } from '#lib/contract/graph.ts';
import type { GraphChange } from '#lib/graph/compare-graphs.ts';
import type { GraphActions } from './graph-actions.ts';
import type { GraphCanvasHandle } from './graph-canvas-props.ts';
import type { ContextTarget } from './graph-context-menu.tsx';
import { EmptyGraph, NothingLeft } from './graph-empty.tsx';
import type { ChangeGraphState, GraphState } from './graph-state.ts';
import { GraphMatrix } from './matrix/graph-matrix.tsx';
import type { Selection } from './selection.ts';
import { GraphTable } from './table/graph-table.tsx';
import type { DrawnGraph } from './use-drawn-graph.ts';
import type { SplitVerdicts } from './use-split-verdicts.ts';

// The drawing's libraries are large and need a browser.
const GraphCanvas = dynamic(() => import('./graph-canvas.tsx').then((module) => module.GraphCanvas), {
  ssr: false,
});

type GraphStageProps = {
  /** As the server answered it, before hiding. */
  answered: Graph;
  drawn: DrawnGraph;
  changes: readonly GraphChange[] | undefined;
  splits: SplitVerdicts;
  state: GraphState;
  change: ChangeGraphState;
  actions: GraphActions;
  selection: Selection | undefined;
  onContextMenu: (target: ContextTarget) => void;
  ref: Ref<GraphCanvasHandle>;
};

/** The same visible graph as a drawing, tables or a matrix, or the reason why there is none. */
export function GraphStage(props: GraphStageProps) {
  const { answered, drawn, changes, splits, state, change, actions, selection, onContextMenu, ref } = props;
  const difference = useMemo(() => changes && new Map(changes.map(({ id, kind }) => [id, kind])), [changes]);
  return (
    <div className="relative min-h-0 min-w-0 flex-1 overflow-hidden max-md:h-[408px] max-md:flex-none">
      {answered.nodes.length === 0 && <EmptyGraph graph={answered} state={state} change={change} />}
      {answered.nodes.length > 0 && drawn.graph.nodes.length === 0 && <NothingLeft change={change} />}
      {drawn.graph.nodes.length > 0 && state.view === 'graph' && (
        <GraphCanvas
          ref={ref}
          graph={drawn.graph}
          layout={state.layout}
          boxBy={state.boxes}
          edgeLabels={state.labels}
          badges={state.show.includes('badges')}
          selection={selection}
          found={drawn.found}
          focusPath={drawn.focusPath}
          pins={state.pins}
          difference={difference}
          mismatches={splits.mismatches}
          onSelect={actions.select}
          onActivate={({ kind, id }) => kind === 'node' && actions.focus(id, 'both')}
          onContextMenu={onContextMenu}
          onPin={(id, position) =>
            change({ pins: { ...state.pins, [id]: position } }, { history: 'replace' })
          }
        />
      )}
      {drawn.graph.nodes.length > 0 && state.view === 'table' && (
        <GraphTable
          graph={drawn.graph}
          found={drawn.found}
          verdicts={splits.byEdge}
          selection={selection}
          onSelect={actions.select}
          tab={state.tab}
          onTab={(tab) => change({ tab })}
        />
      )}
      {drawn.graph.nodes.length > 0 && state.view === 'matrix' && (
        <GraphMatrix
          graph={drawn.graph}
          mismatches={splits.mismatches}
          selection={selection}
          onSelect={actions.select}
        />
      )}
    </div>
  );
}
