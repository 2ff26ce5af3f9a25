'use client';

import { History, PanelRight } from 'lucide-react';
import type { RefObject } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { Graph } from '#lib/contract/graph.ts';
import type { GraphCanvasHandle } from './graph-canvas-props.ts';
import type { ChangeGraphState, GraphState } from './graph-state.ts';
import { panelWords } from './panel/panel-words.ts';
import { CompareMenu } from './toolbar/compare-menu.tsx';
import { ExportMenu } from './toolbar/export-menu.tsx';
import { ViewSwitch } from './toolbar/view-switch.tsx';
import { ViewsMenu } from './toolbar/views-menu.tsx';
import { summaryText, toolbarWords } from './words.ts';

type GraphTitleRowProps = {
  graph: Graph | undefined;
  hiddenCount: number;
  state: GraphState;
  change: ChangeGraphState;
  canvas: RefObject<GraphCanvasHandle | null>;
  /** The end of the page's time range, where a replay ends. */
  endMs: number | undefined;
  onError: (error: unknown) => void;
};

/** What is seen, in numbers, and how it is looked at. */
export function GraphTitleRow({
  graph,
  hiddenCount,
  state,
  change,
  canvas,
  endMs,
  onError,
}: GraphTitleRowProps) {
  const isReplaying = state.replay !== '';
  const handleReplay = () =>
    change({ replay: isReplaying || endMs === undefined ? '' : new Date(endMs).toISOString(), frame: 1 });
  return (
    <div className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 px-4 max-md:px-3 max-md:py-2">
      <h1 className="text-lg font-semibold tracking-[-0.011em]">{toolbarWords.page}</h1>
      <p className="min-w-0 flex-1 truncate text-ink-muted max-md:hidden">
        {graph && scopeText(graph, hiddenCount)}
      </p>
      <span className="flex-1 md:hidden" />
      <ViewSwitch view={state.view} onChange={(view) => change({ view })} />
      <span className="flex items-center gap-3 max-md:hidden">
        <CompareMenu offset={state.compare} change={change} />
        <Button isOn={isReplaying} aria-pressed={isReplaying} onClick={handleReplay}>
          <History size={14} aria-hidden />
          {toolbarWords.replay}
        </Button>
        <ExportMenu graph={graph} canvas={canvas} onError={onError} />
        <span className="flex items-center gap-1">
          <ViewsMenu />
          {!state.panel && (
            <Button
              isIcon
              aria-label={panelWords.open}
              title={panelWords.open}
              onClick={() => change({ panel: true })}
            >
              <PanelRight size={14} aria-hidden />
            </Button>
          )}
        </span>
      </span>
    </div>
  );
}

function scopeText(graph: Graph, hiddenCount: number): string {
  const parts = [summaryText(graph)];
  if (graph.hidden.idle > 0) parts.push(toolbarWords.hiddenIdle(graph.hidden.idle));
  if (hiddenCount > 0) parts.push(toolbarWords.hidden(hiddenCount));
  return parts.join(' · ');
}
