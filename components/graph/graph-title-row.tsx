'use client';

import type { ReactNode } from 'react';
import type { Graph } from '#lib/contract/graph.ts';
import type { GraphView } from './graph-state.ts';
import { ViewSwitch } from './toolbar/view-switch.tsx';
import { summaryText, toolbarWords } from './words.ts';

type GraphTitleRowProps = {
  graph: Graph | undefined;
  hiddenCount: number;
  view: GraphView;
  onView: (view: GraphView) => void;
  viewActions: ReactNode;
};

/** What is seen, in numbers, and how it is looked at. */
export function GraphTitleRow({ graph, hiddenCount, view, onView, viewActions }: GraphTitleRowProps) {
  return (
    <div className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 px-4 max-md:px-3 max-md:py-2">
      <h1 className="text-lg font-semibold tracking-[-0.011em]">{toolbarWords.page}</h1>
      <p className="min-w-0 flex-1 truncate text-ink-muted max-md:hidden">
        {graph && scopeText(graph, hiddenCount)}
      </p>
      <span className="flex-1 md:hidden" />
      <ViewSwitch view={view} onChange={onView} />
      <span className="flex items-center gap-3 max-md:hidden max-lg:gap-2">{viewActions}</span>
    </div>
  );
}

function scopeText(graph: Graph, hiddenCount: number): string {
  const parts = [summaryText(graph)];
  if (graph.hidden.idle > 0) parts.push(toolbarWords.hiddenIdle(graph.hidden.idle));
  if (hiddenCount > 0) parts.push(toolbarWords.hidden(hiddenCount));
  return parts.join(' · ');
}
