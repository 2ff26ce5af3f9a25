'use client';

import { useCallback, useMemo, useRef, useState } from 'react';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { WarningLine } from '#components/ui/warning-line.tsx';
import type { Graph } from '#lib/contract/graph.ts';
import { formatDateTime } from '#lib/format-time.ts';
import { nodeName } from '#lib/graph/node-name.ts';
import { ignoredParameterText } from '#lib/url-state.ts';
import type { GraphCanvasHandle } from './graph-canvas-props.ts';
import { type ContextTarget, GraphContextMenu } from './graph-context-menu.tsx';
import { GraphStage } from './graph-stage.tsx';
import { GraphTitleRow } from './graph-title-row.tsx';
import { GraphToolbar } from './graph-toolbar.tsx';
import { ChangesSection } from './panel/changes-section.tsx';
import { MismatchesSection } from './panel/mismatches-section.tsx';
import { SidePanel } from './panel/side-panel.tsx';
import { parseSelection } from './selection.ts';
import { splitWords } from './split-words.ts';
import type { FindFieldHandle } from './toolbar/find-field.tsx';
import { FocusBar } from './toolbar/focus-bar.tsx';
import { ReplayBar } from './toolbar/replay-bar.tsx';
import { ViewActions } from './toolbar/view-actions.tsx';
import { useDrawnGraph } from './use-drawn-graph.ts';
import { useGraphActions } from './use-graph-actions.ts';
import { useGraphPage } from './use-graph-page.ts';
import { useGraphPalette } from './use-graph-palette.ts';
import { useGraphShortcuts } from './use-graph-shortcuts.ts';
import { useGraphState } from './use-graph-state.ts';
import { useSplitVerdicts } from './use-split-verdicts.ts';

const nothing: Graph = {
  window: { from: '1970-01-01T00:00:00Z', to: '1970-01-01T00:00:00Z' },
  nodes: [],
  edges: [],
  boxes: [],
  quality: [],
  hidden: { idle: 0 },
};

/** The traffic graph with everything round it. */
export function GraphPage() {
  const [state, change, ignored] = useGraphState();
  const { resolved } = useScope();
  const canvas = useRef<GraphCanvasHandle>(null);
  const findRef = useRef<FindFieldHandle>(null);
  const hideRef = useRef<FindFieldHandle>(null);
  const [target, setTarget] = useState<ContextTarget>();
  const [failure, setFailure] = useState<string>();
  const handleError = useCallback(
    (error: unknown) => setFailure(error instanceof Error ? error.message : String(error)),
    [],
  );

  const { scope, query, find, hide, graph, changes, isComparing, compareError } = useGraphPage(state);
  const drawn = useDrawnGraph({ graph: graph ?? nothing, state, find, hide });
  const splits = useSplitVerdicts(drawn.graph, scope);
  const actions = useGraphActions({ graph, state, change });
  const selection = useMemo(() => parseSelection(state.selected), [state.selected]);
  useGraphShortcuts({ state, change, canvas, find: findRef, hide: hideRef });
  useGraphPalette(graph, actions);

  const focused = graph?.nodes.find((node) => node.id === state.focus);
  const lines = [
    ...ignored.map(ignoredParameterText),
    compareError?.message,
    splits.notJudged && splitWords.notJudged(splits.notJudged),
    failure,
    graph?.summed?.text,
  ].flatMap((message) => (message === undefined ? [] : [{ code: message, message }]));
  const viewActions = (
    <ViewActions
      graph={graph && drawn.graph}
      state={state}
      change={change}
      canvas={canvas}
      endMs={resolved?.toMs}
      onError={handleError}
    />
  );
  return (
    <div className="flex h-full min-h-0 flex-col max-md:overflow-y-auto">
      <GraphTitleRow
        graph={graph && drawn.graph}
        hiddenCount={drawn.hiddenCount}
        view={state.view}
        onView={(view) => change({ view })}
        viewActions={viewActions}
      />
      <GraphToolbar
        graph={graph}
        foundCount={drawn.found.size}
        state={state}
        change={change}
        findRef={findRef}
        hideRef={hideRef}
        viewActions={viewActions}
      />
      {state.replay !== '' && (
        <ReplayBar
          frame={state.frame}
          clock={
            graph === undefined
              ? ''
              : formatDateTime({ epochMs: Date.parse(graph.window.to), zone: scope.zone })
          }
          isLoading={query.isFetching}
          change={change}
        />
      )}
      {state.focus !== '' && (
        <FocusBar
          // Before the answer is there the node is not missing, only not named yet.
          name={
            focused === undefined && graph === undefined && query.error === null
              ? '…'
              : focused && nodeName(focused)
          }
          state={state}
          change={change}
        />
      )}
      {lines.length > 0 && (
        <div className="border-b px-4 py-1.5">
          <WarningLine warnings={lines} />
        </div>
      )}
      <QueryBoundary query={query}>
        {(answered) => (
          <div className="flex min-h-0 flex-1 max-md:flex-none max-md:flex-col">
            <GraphStage
              ref={canvas}
              answered={answered}
              drawn={{ ...drawn, graph: splits.graph }}
              changes={isComparing ? changes : undefined}
              splits={splits}
              state={state}
              change={change}
              actions={actions}
              selection={selection}
              onContextMenu={setTarget}
            />
            {state.panel && (
              <SidePanel
                graph={splits.graph}
                selection={selection}
                splits={splits}
                scope={scope}
                actions={actions}
                onClose={() => change({ panel: false })}
              >
                {splits.mismatches.size > 0 && (
                  <MismatchesSection graph={splits.graph} mismatches={splits.mismatches} actions={actions} />
                )}
                {isComparing && <ChangesSection offset={state.compare} changes={changes} actions={actions} />}
              </SidePanel>
            )}
          </div>
        )}
      </QueryBoundary>
      <GraphContextMenu target={target} onClose={() => setTarget(undefined)} actions={actions} />
    </div>
  );
}
