'use client';

import { History, PanelRight } from 'lucide-react';
import type { RefObject } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { Graph } from '#lib/contract/graph.ts';
import type { GraphCanvasHandle } from '../graph-canvas-props.ts';
import type { ChangeGraphState, GraphState } from '../graph-state.ts';
import { panelWords } from '../panel/panel-words.ts';
import { toolbarWords } from '../words.ts';
import { CompareMenu } from './compare-menu.tsx';
import { ExportMenu } from './export-menu.tsx';
import { ViewsMenu } from './views-menu.tsx';

type ViewActionsProps = {
  graph: Graph | undefined;
  state: GraphState;
  change: ChangeGraphState;
  canvas: RefObject<GraphCanvasHandle | null>;
  /** The end of the page's time range, where a replay ends. */
  endMs: number | undefined;
  onError: (error: unknown) => void;
};

/** Other times of the graph, ways out of the page, and views that were kept. */
export function ViewActions({ graph, state, change, canvas, endMs, onError }: ViewActionsProps) {
  const isReplaying = state.replay !== '';
  const handleReplay = () =>
    change({ replay: isReplaying || endMs === undefined ? '' : new Date(endMs).toISOString(), frame: 1 });
  return (
    <>
      <CompareMenu offset={state.compare} change={change} />
      <Button
        isOn={isReplaying}
        aria-pressed={isReplaying}
        title={toolbarWords.replay}
        onClick={handleReplay}
      >
        <History size={14} aria-hidden />
        <span className="md:max-lg:sr-only">{toolbarWords.replay}</span>
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
    </>
  );
}
